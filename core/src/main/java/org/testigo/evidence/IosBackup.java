package org.testigo.evidence;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.testigo.evidence.EvidenceException.Cause;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.model.Device;
import org.testigo.model.EvidenceKind;
import org.testigo.model.LimitHitException;
import org.testigo.model.MalformedException;
import org.testigo.model.Source;
import org.testigo.model.Unreadable;
import org.testigo.model.Unreadable.Reason;

/// A backup that Finder, iTunes, the Apple Devices app or libimobiledevice made, encrypted or not,
/// as a folder or in an archive.
///
/// Seen: iOS 10 to 26. Known from Apple Platform Security and from
/// <https://theapplewiki.com/wiki/ITunes_Backup>.
final class IosBackup implements Evidence {
  private final String name;
  private final BackupFiles files;
  private final BackupContent content;
  private final Device device;
  private final ContentList list;
  private final List<Unreadable> faults;
  private final List<EvidenceFile> evidenceFiles;

  private IosBackup(
      String name,
      BackupFiles files,
      BackupPlist manifest,
      BackupContent content,
      Opening opening) {
    this.name = name;
    this.files = files;
    this.content = content;
    device = BackupDevice.read(files, manifest, content.isEncrypted());
    var found = new Faults();
    found.addAll(files.container().faults());
    list = contentList(files, content, found);
    var fileList = new BackupFileList(files, list, found);
    fileList.nameByKnowledge(opening.wellKnown());
    evidenceFiles = fileList.files();
    faults = found.list().stream().map(IosBackup::unreadable).toList();
  }

  /// @param name under which it was handed in
  /// @param files closed with what is given; the caller closes them when it throws
  static IosBackup open(String name, BackupFiles files, Opening opening) throws EvidenceException {
    if (files.find(ContentList.NAME) < 0) refuseWithoutList(files);
    var manifest = BackupPlist.read(files, "Manifest.plist");
    var content = BackupContent.open(files, manifest, opening.secrets(), name);
    return new IosBackup(name, files, manifest, content, opening);
  }

  private static void refuseWithoutList(BackupFiles files) throws EvidenceException {
    if (files.find("Manifest.mbdb") >= 0) {
      throw EvidenceException.notSupported(
          OtherKind.OLD_IOS_BACKUP, "its content list is Manifest.mbdb, expected Manifest.db");
    }
    if (!files.hasFilesOfTheDevice()) {
      throw new EvidenceException(
          Cause.CONTENT_LIST_MISSING, "neither Manifest.db nor any file of a device is there");
    }
  }

  private static ContentList contentList(BackupFiles files, BackupContent content, Faults faults) {
    var list = new ContentList(files, faults);
    if (files.find(ContentList.NAME) < 0) {
      faults.add(
          Fault.of(Reason.MISSING, "Manifest.db is not there, expected the list of all files"));
      return list;
    }
    try {
      read(content.listFiles(), list, faults);
    } catch (MalformedException e) {
      faults.add(Fault.of(e));
    }
    return list;
  }

  private static void read(BackupContent.ListFiles files, ContentList list, Faults faults) {
    files.list().fault().ifPresent(fault -> faults.add(Fault.of(fault)));
    try {
      list.read(files.database());
    } catch (LimitHitException e) {
      faults.add(Fault.of(e));
    }
  }

  private static Unreadable unreadable(Fault fault) {
    return new Unreadable(
        new Source("", ContentList.NAME, fault.location()), fault.reason(), fault.detail());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public EvidenceKind kind() {
    return EvidenceKind.IOS_BACKUP;
  }

  @Override
  public Device device() {
    return device;
  }

  @Override
  public List<EvidenceFile> files() {
    return evidenceFiles;
  }

  @Override
  public List<Unreadable> listingFaults() {
    return faults;
  }

  @Override
  public ByteSource open(EvidenceFile file) {
    int index = index(file);
    return content.open(index, list.rowid(index));
  }

  @Override
  public ByteSource openRaw(EvidenceFile file) {
    return files.open(index(file));
  }

  @Override
  public OptionalLong listedSizeBytes(EvidenceFile file) {
    var rowid = list.rowid(index(file));
    return rowid.isEmpty() ? OptionalLong.empty() : content.listedSizeBytes(rowid.get());
  }

  private int index(EvidenceFile file) {
    int index = files.findHandedIn(file.handedInAs());
    if (index < 0) throw new IllegalArgumentException(file.handedInAs() + " is not there");
    return index;
  }

  @Override
  public Optional<ByteSource> container() {
    return files.container().bytes();
  }

  @Override
  public void close() {
    content.close();
  }
}
