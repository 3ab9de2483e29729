package org.testigo.samples;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.testigo.samples.backup.BackupWriter;
import org.testigo.samples.backup.FileFacts;
import org.testigo.samples.backup.PhoneFacts;
import org.testigo.samples.ios.AccountsDatabase;
import org.testigo.samples.ios.TccDatabase;

/// A made-up phone: the backup of a reporter's iPhone with ten weeks of life in it. Two runs write
/// the same bytes.
///
/// Both twins hold Safari's history, so that they give the same findings; a real backup of iOS 13
/// and later holds it only when it is encrypted.
public final class MadeUpPhone {
  public static final Instant TAKEN_AT = Instant.parse("2026-03-14T19:40:00Z");

  /// When the phone was set up.
  static final Instant SET_UP_AT = Instant.parse("2026-01-05T14:02:11Z");

  static final PhoneFacts FACTS =
      new PhoneFacts(
          "iPhone de Mariana",
          "iPhone14,5",
          "18.6.2",
          "22G100",
          "TST0CELOTE01",
          "00008110-000A0CE107E00001",
          TAKEN_AT);

  static final String OWN_NUMBER = "+525555500101";

  private final BackupWriter backup;
  private final Variant variant;

  private MadeUpPhone(BackupWriter backup, Variant variant) {
    this.backup = backup;
    this.variant = variant;
  }

  /// Writes a backup into a folder, which is made where it is not there.
  public static void writeTo(Path folder, Variant variant) throws IOException {
    try (var backup = new BackupWriter(folder, FACTS, variant.encryption())) {
      new MadeUpPhone(backup, variant).write();
    }
  }

  private void write() throws IOException {
    folders();
    Conversations.of(variant).writeTo(backup);
    Browsing.writeTo(backup, variant);
    backup.file(
        "WirelessDomain", "Library/Databases/DataUsage.sqlite", often(), Usage.dataUsage(variant));
    settings();
    Album.writeTo(backup);
    if (variant.hasImplant()) implant();
    backup.finish(Apps.info(variant));
  }

  private void folders() throws IOException {
    for (String path :
        new String[] {
          "", "Library", "Library/Accounts", "Library/Preferences", "Library/SMS", "Library/TCC"
        }) backup.folder("HomeDomain", path, FileFacts.since(SET_UP_AT));
    backup.link("HomeDomain", "Library/Logs", "/var/mobile/Logs", FileFacts.since(SET_UP_AT));
  }

  private void settings() throws IOException {
    home("Library/Preferences/.GlobalPreferences.plist", Settings.globalPreferences(variant));
    home("Library/Preferences/com.apple.osanalytics.addaily.plist", Usage.daily(variant));
    home(
        "Library/Preferences/com.apple.identityservices.idstatuscache.plist",
        Settings.identityLookups(variant));
    home("Library/TCC/TCC.db", TccDatabase.write(Settings.grants()));
    home("Library/Accounts/Accounts3.sqlite", AccountsDatabase.write(Settings.accounts()));
    Profiles.writeTo(backup, variant);
  }

  private void implant() throws IOException {
    backup.file(
        "HomeDomain",
        Ocelote.FILE_PATH,
        FileFacts.changed(Ocelote.FIRST_RAN_AT, Ocelote.LAST_RAN_AT).ownedByRoot(),
        Settings.left());
  }

  private void home(String path, byte[] content) throws IOException {
    backup.file("HomeDomain", path, often(), content);
  }

  /// A file that changed until the backup was taken.
  static FileFacts often() {
    return FileFacts.changed(SET_UP_AT, TAKEN_AT.minusSeconds(600));
  }
}
