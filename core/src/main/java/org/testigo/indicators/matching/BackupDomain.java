package org.testigo.indicators.matching;

import java.util.Optional;

/// What the domains of a backup stand for on the device.
///
/// Known from: the domains of `Manifest.db` and the containers that they are restored to,
/// <https://theapplewiki.com/wiki/ITunes_Backup>.
final class BackupDomain {
  private BackupDomain() {}

  /// The path on the device of a file whose path is relative to a domain; empty where the domain
  /// has no fixed place.
  static Optional<String> absolute(Optional<String> domain, String path) {
    return domain.flatMap(BackupDomain::root).map(root -> root + "/" + path);
  }

  private static Optional<String> root(String domain) {
    String root =
        switch (domain) {
          case "HomeDomain",
              "CameraRollDomain",
              "MediaDomain",
              "BooksDomain",
              "HealthDomain",
              "HomeKitDomain" ->
              "/var/mobile";
          case "RootDomain" -> "/var/root";
          case "WirelessDomain" -> "/var/wireless";
          case "SystemPreferencesDomain" -> "/var/preferences";
          case "ManagedPreferencesDomain" -> "/var/Managed Preferences";
          case "InstallDomain" -> "/var/installd";
          case "KeychainDomain" -> "/var/Keychains";
          case "DatabaseDomain" -> "/var/db";
          case "MobileDeviceDomain" -> "/var/MobileDevice";
          case "ProtectedDomain" -> "/var/protected";
          case "NetworkDomain" -> "/var/networkd";
          case "TonesDomain" -> "/var/mobile/Media/iTunes_Control/Ringtones";
          default -> "";
        };
    return root.isEmpty() ? Optional.empty() : Optional.of(root);
  }

  /// The app whose container the domain is.
  static Optional<String> app(String domain) {
    for (String prefix : new String[] {"AppDomain-", "AppDomainPlugin-"})
      if (domain.startsWith(prefix)) return Optional.of(domain.substring(prefix.length()));
    return Optional.empty();
  }
}
