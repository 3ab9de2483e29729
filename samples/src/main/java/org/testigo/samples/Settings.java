package org.testigo.samples;

import java.time.Instant;
import java.util.List;
import org.testigo.samples.formats.BinaryPlist;
import org.testigo.samples.formats.Dict;
import org.testigo.samples.ios.AccountsDatabase.Account;
import org.testigo.samples.ios.MacTime;
import org.testigo.samples.ios.TccDatabase.Grant;

/// The small files that hold settings, accounts and permissions.
final class Settings {
  private Settings() {}

  static byte[] globalPreferences(Variant variant) {
    Dict preferences =
        Dict.of(
            "AppleLanguages",
            List.of("es-MX", "en-MX"),
            "AppleLocale",
            "es_MX",
            "AppleKeyboards",
            List.of("es_MX@sw=QWERTY-Spanish;hw=Automatic", "emoji@sw=Emoji"),
            "WebKitShowLinkPreviews",
            true,
            "AppleTemperatureUnit",
            "Celsius");
    // She turned Lockdown Mode on after the second lure.
    return BinaryPlist.write(
        variant.hasImplant() ? preferences.with("LDMGlobalEnabled", true) : preferences);
  }

  /// Service, then account, then when it was looked up (seconds since 2001) and the answer.
  static byte[] identityLookups(Variant variant) {
    Dict accounts =
        Dict.of(
            "mailto:" + Correspondence.FRIEND, lookup(Instant.parse("2026-01-06T01:20:00Z")),
            "tel:" + Correspondence.BROTHER, lookup(Instant.parse("2026-01-06T01:21:30Z")));
    if (variant.hasImplant())
      accounts =
          accounts.with(
              "mailto:" + Ocelote.ACCOUNT, lookup(Ocelote.FIRST_LURE_AT.minusSeconds(4_000)));
    return BinaryPlist.write(Dict.of("com.apple.madrid", accounts));
  }

  private static Dict lookup(Instant at) {
    return Dict.of("LookupDate", MacTime.seconds(at), "IDStatus", 1);
  }

  static List<Grant> grants() {
    return List.of(
        new Grant(
            "kTCCServiceCamera",
            "org.example.mensajero",
            true,
            Instant.parse("2026-01-05T15:10:00Z")),
        new Grant(
            "kTCCServiceMicrophone",
            "org.example.mensajero",
            true,
            Instant.parse("2026-01-05T15:10:20Z")),
        new Grant(
            "kTCCServiceMicrophone", "example.notas", true, Instant.parse("2026-01-11T18:02:00Z")),
        new Grant(
            "kTCCServiceAddressBook", "example.taxi", false, Instant.parse("2026-01-09T12:44:09Z")),
        new Grant(
            "kTCCServicePhotos",
            "org.example.diario",
            false,
            Instant.parse("2026-01-14T20:31:47Z")),
        new Grant(
            "kTCCServiceUbiquity",
            "com.apple.Preferences",
            true,
            Instant.parse("2026-01-05T14:30:00Z")));
  }

  static List<Account> accounts() {
    return List.of(
        new Account(
            "com.apple.account.AppleAccount",
            "iCloud",
            "mariana.solis@example.org",
            "iCloud",
            Instant.parse("2026-01-05T14:11:00Z")),
        new Account(
            "com.apple.account.IMAP",
            "IMAP",
            "redaccion@example.org",
            "Redacción",
            Instant.parse("2026-01-05T16:40:00Z")),
        new Account(
            "com.apple.account.CalDAV",
            "CalDAV",
            "mariana.solis@example.org",
            "Agenda",
            Instant.parse("2026-01-07T13:00:00Z")));
  }

  /// What the made-up implant left.
  static byte[] left() {
    return BinaryPlist.write(Dict.of("stage", 2, "last", Ocelote.LAST_RAN_AT));
  }
}
