package org.testigo.samples;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.testigo.samples.backup.BackupWriter;
import org.testigo.samples.backup.FileFacts;
import org.testigo.samples.formats.BinaryPlist;
import org.testigo.samples.formats.Dict;

/// The configuration profiles and the log of their installation: the Wi-Fi of the newsroom, which
/// came with the set-up, and the one that somebody made the person install.
final class Profiles {
  private static final String DOMAIN =
      "SysSharedContainerDomain-systemgroup.com.apple.configurationprofiles";
  private static final String FOLDER = "Library/ConfigurationProfiles/";
  private static final String ID = "0CE107E0-1111-4000-8000-0000000000F1";
  private static final String IDENTIFIER = "example.seguridad.movil.perfil";
  private static final Instant INSTALLED_AT = Instant.parse("2026-02-10T23:48:02Z");

  private Profiles() {}

  static void writeTo(BackupWriter backup, Variant variant) throws IOException {
    write(backup, "profile-7ed1f1a0.stub", MadeUpPhone.SET_UP_AT, ofTheNewsroom());
    if (variant.hasImplant()) write(backup, "profile-0ce107e0.stub", INSTALLED_AT, profile());
    write(backup, "MCProfileEvents.plist", INSTALLED_AT, events(variant));
  }

  private static void write(BackupWriter backup, String name, Instant since, Dict content)
      throws IOException {
    backup.file(DOMAIN, FOLDER + name, FileFacts.since(since), BinaryPlist.write(content));
  }

  private static Dict ofTheNewsroom() {
    Dict wifi =
        Dict.of(
            "PayloadType", "com.apple.wifi.managed",
            "PayloadUUID", "7ED1F1A0-2222-4000-8000-0000000000A2",
            "PayloadIdentifier", "example.redaccion.wifi.red",
            "SSID_STR", "Redaccion",
            "PayloadVersion", 1);
    return profile(
        "7ED1F1A0-2222-4000-8000-0000000000A1",
        "example.redaccion.wifi",
        "Wi-Fi de la redacción",
        "Redacción de Ejemplo",
        MadeUpPhone.SET_UP_AT,
        wifi);
  }

  private static Dict profile() {
    Dict vpn =
        Dict.of(
            "PayloadType", "com.apple.vpn.managed",
            "PayloadUUID", "0CE107E0-1111-4000-8000-0000000000F2",
            "PayloadIdentifier", IDENTIFIER + ".vpn",
            "PayloadDisplayName", "VPN",
            "PayloadVersion", 1);
    return profile(ID, IDENTIFIER, "Seguridad Móvil", "Servicios de Ejemplo", INSTALLED_AT, vpn);
  }

  private static Dict profile(
      String id, String identifier, String name, String organization, Instant at, Dict payload) {
    return Dict.of(
        "InstallDate",
        at,
        "PayloadContent",
        List.of(payload),
        "PayloadDisplayName",
        name,
        "PayloadIdentifier",
        identifier,
        "PayloadOrganization",
        organization,
        "PayloadType",
        "Configuration",
        "PayloadUUID",
        id,
        "PayloadVersion",
        1);
  }

  /// What came with the set-up leaves no event.
  private static Dict events(Variant variant) {
    if (!variant.hasImplant()) return Dict.of("ProfileEvents", List.of());
    Dict event =
        Dict.of("Operation", "install", "Process", "Preferences", "timestamp", INSTALLED_AT);
    return Dict.of("ProfileEvents", List.of(Dict.of(IDENTIFIER, event)));
  }
}
