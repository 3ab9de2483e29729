package org.testigo.evidence;

import java.util.Optional;
import org.testigo.model.Device;
import org.testigo.model.OsVersion;

/// What a backup says of the device: `Info.plist` first, then `Manifest.plist`.
final class BackupDevice {
  private BackupDevice() {}

  static Device read(BackupFiles files, BackupPlist manifest, boolean encrypted) {
    var info = BackupPlist.read(files, "Info.plist");
    var status = BackupPlist.read(files, "Status.plist");
    var lockdown = manifest.dictionary("Lockdown");
    return new Device(
        info.text("Device Name").or(() -> lockdown.text("DeviceName")),
        info.text("Product Type").or(() -> lockdown.text("ProductType")),
        version(info.text("Product Version").or(() -> lockdown.text("ProductVersion"))),
        info.text("Build Version").or(() -> lockdown.text("BuildVersion")),
        encrypted,
        info.date("Last Backup Date")
            .or(() -> manifest.date("Date"))
            .or(() -> status.date("Date")));
  }

  private static Optional<OsVersion> version(Optional<String> text) {
    return text.flatMap(OsVersion::parse);
  }
}
