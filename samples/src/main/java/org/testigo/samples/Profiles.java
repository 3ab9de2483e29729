package org.testigo.samples;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.testigo.samples.backup.BackupWriter;
import org.testigo.samples.backup.FileFacts;
import org.testigo.samples.formats.BinaryPlist;
import org.testigo.samples.formats.Dict;

/// The configuration profile that somebody made the person install, and the log of it.
final class Profiles {
  private static final String DOMAIN =
      "SysSharedContainerDomain-systemgroup.com.apple.configurationprofiles";
  private static final String FOLDER = "Library/ConfigurationProfiles/";
  private static final String ID = "0CE107E0-1111-4000-8000-0000000000F1";
  private static final String IDENTIFIER = "example.seguridad.movil.perfil";
  private static final Instant INSTALLED_AT = Instant.parse("2026-02-10T23:48:02Z");

  private Profiles() {}

  static void writeTo(BackupWriter backup, Variant variant) throws IOException {
    if (!variant.hasImplant()) return;
    backup.file(DOMAIN, FOLDER + "profile-0ce107e0.stub", FileFacts.since(INSTALLED_AT), profile());
    backup.file(DOMAIN, FOLDER + "MCProfileEvents.plist", FileFacts.since(INSTALLED_AT), events());
  }

  private static byte[] profile() {
    Dict vpn =
        Dict.of(
            "PayloadType", "com.apple.vpn.managed",
            "PayloadUUID", "0CE107E0-1111-4000-8000-0000000000F2",
            "PayloadIdentifier", IDENTIFIER + ".vpn",
            "PayloadDisplayName", "VPN",
            "PayloadVersion", 1);
    return BinaryPlist.write(
        Dict.of(
            "InstallDate",
            INSTALLED_AT,
            "PayloadContent",
            List.of(vpn),
            "PayloadDisplayName",
            "Seguridad Móvil",
            "PayloadIdentifier",
            IDENTIFIER,
            "PayloadOrganization",
            "Servicios de Ejemplo",
            "PayloadType",
            "Configuration",
            "PayloadUUID",
            ID,
            "PayloadVersion",
            1));
  }

  private static byte[] events() {
    Dict event =
        Dict.of("Operation", "install", "Process", "Preferences", "timestamp", INSTALLED_AT);
    return BinaryPlist.write(Dict.of("ProfileEvents", List.of(Dict.of(IDENTIFIER, event))));
  }
}
