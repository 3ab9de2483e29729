package org.testigo.samples.large;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.testigo.samples.backup.BackupWriter;
import org.testigo.samples.backup.Encryption;
import org.testigo.samples.backup.FileFacts;
import org.testigo.samples.backup.PhoneFacts;
import org.testigo.samples.formats.BinaryPlist;
import org.testigo.samples.formats.Dict;
import org.testigo.samples.ios.AccountsDatabase;

/// Writes the backup of a phone of many years. Databases are written once and taken into the clean
/// and the encrypted twin alike; everything streams.
public final class LargeBackup {
  static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  static final long LIFE_SECONDS = 100L * 86_400;
  static final int PROFILE_SHARE = 10;

  private static final Instant TAKEN_AT = Instant.parse("2026-04-12T09:00:00Z");
  private static final String SAFARI = "AppDomain-com.apple.mobilesafari";
  private static final PhoneFacts PHONE =
      new PhoneFacts(
          "iPhone de prueba",
          "iPhone14,5",
          "18.6.2",
          "22G100",
          "TSTBENCH0001",
          "00008110-000BE7C400000001",
          TAKEN_AT);

  private final Scale scale;
  private final Path databases;

  private LargeBackup(Scale scale, Path databases) {
    this.scale = scale;
    this.databases = databases;
  }

  /// Writes the databases that the backups share.
  ///
  /// @param databases a folder for them, not part of any backup
  public static LargeBackup prepare(Scale scale, Path databases) throws IOException {
    Files.createDirectories(databases);
    var large = new LargeBackup(scale, databases);
    LargeMessages.writeTo(databases.resolve("sms.db"), scale.messages());
    int inProfile = scale.visits() / PROFILE_SHARE;
    LargeHistory.writeTo(
        databases.resolve("History.db"), scale.visits() - inProfile, scale.redirects());
    LargeHistory.writeProfileTo(databases.resolve("Profile.db"), inProfile);
    LargeUsage.writeTo(databases.resolve("DataUsage.sqlite"), scale.programs());
    return large;
  }

  public void writeTo(Path folder, Optional<Encryption> encryption) throws IOException {
    try (var backup = new BackupWriter(folder, PHONE, encryption)) {
      int known = artifacts(backup);
      fill(backup, known);
      backup.finish(info());
    }
  }

  /// Gives how many files it wrote.
  private int artifacts(BackupWriter backup) throws IOException {
    FileFacts facts = FileFacts.changed(BEGIN, TAKEN_AT.minusSeconds(60));
    backup.file("HomeDomain", "Library/SMS/sms.db", facts, databases.resolve("sms.db"));
    backup.file(SAFARI, "Library/Safari/History.db", facts, databases.resolve("History.db"));
    String profile = "Library/Safari/Profiles/5D1C0A7E-0000-4000-8000-0000000000B1/History.db";
    backup.file(SAFARI, profile, facts, databases.resolve("Profile.db"));
    Path usage = databases.resolve("DataUsage.sqlite");
    backup.file("WirelessDomain", "Library/Databases/DataUsage.sqlite", facts, usage);
    String preferences = "Library/Preferences/";
    backup.file(
        "HomeDomain",
        preferences + "com.apple.osanalytics.addaily.plist",
        facts,
        LargeUsage.daily());
    backup.file(
        "HomeDomain",
        preferences + "com.apple.identityservices.idstatuscache.plist",
        facts,
        LargeUsage.identityLookups());
    byte[] global = BinaryPlist.write(Dict.of("AppleLocale", "es_MX"));
    backup.file("HomeDomain", preferences + ".GlobalPreferences.plist", facts, global);
    backup.file("HomeDomain", "Library/TCC/TCC.db", facts, LargeUsage.permissions());
    byte[] accounts = AccountsDatabase.write(List.of());
    backup.file("HomeDomain", "Library/Accounts/Accounts3.sqlite", facts, accounts);
    List<String> planted = Plants.seenAt(Place.FILE);
    for (String path : planted) backup.file("HomeDomain", path, facts, content(path));
    return 9 + planted.size();
  }

  /// Pictures and the documents of apps, until there are as many as the scale says.
  private void fill(BackupWriter backup, int known) throws IOException {
    for (int i = known; i < scale.onDisk(); i++) {
      String path = "Media/DCIM/%03dAPPLE/IMG_%06d.HEIC".formatted(i / 1000, i);
      backup.file("CameraRollDomain", path, facts(i), content(path));
    }
    for (int i = scale.onDisk(); i < scale.listed(); i++) {
      String domain = "AppDomain-com.example.app%d".formatted(i % 500);
      String path = "Library/Caches/carpeta-%d".formatted(i);
      if (i % 10 == 0) backup.link(domain, path, "/var/mobile/Library/Caches", facts(i));
      else backup.folder(domain, path, facts(i));
    }
  }

  private static FileFacts facts(int number) {
    Instant birth = BEGIN.plusSeconds(number * 57L);
    return FileFacts.changed(birth, birth.plusSeconds(number % 9));
  }

  private static byte[] content(String path) {
    return ("content of " + path).repeat(4).getBytes(StandardCharsets.UTF_8);
  }

  private static Dict info() {
    return Dict.of("Applications", Dict.of(), "Installed Applications", List.of());
  }
}
