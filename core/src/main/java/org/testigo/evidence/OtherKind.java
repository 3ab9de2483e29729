package org.testigo.evidence;

/// What may be handed in and is known, though there is no reader for it yet. The sentence that says
/// so has the key `NOT_SUPPORTED.` and the name.
public enum OtherKind {
  /// A backup of iOS 9 or earlier, whose content list is `Manifest.mbdb`.
  OLD_IOS_BACKUP,
  SYSDIAGNOSE,
  /// What `adb backup` makes.
  ANDROID_BACKUP,
  ANDROIDQF,
  BUGREPORT,
  /// A dump of the whole file system of a device.
  FILE_SYSTEM_DUMP,
  WHATSAPP_BACKUP,
  ZEEK_LOGS,
  SQLITE_DATABASE,
  PROPERTY_LIST,
  /// A STIX bundle or another list of indicators, handed in as evidence.
  INDICATORS,
  PICTURE,
  /// An archive of a kind that is not opened.
  OTHER_ARCHIVE,
  /// A folder, zip or tar without anything that is known.
  UNKNOWN_CONTENT
}
