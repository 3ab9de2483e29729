package org.testigo.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.testigo.evidence.Opening.WellKnownFile;
import org.testigo.model.Unreadable.Reason;

/// Brings together what lies in a backup and what its content list says.
final class BackupFileList {
  /// A database may have a log or a journal beside it, which belongs to it.
  private static final List<String> DATABASE_ENDINGS = List.of("", "-wal", "-journal");

  private final BackupFiles files;
  private final ContentList list;
  private final Faults faults;

  BackupFileList(BackupFiles files, ContentList list, Faults faults) {
    this.files = files;
    this.list = list;
    this.faults = faults;
  }

  /// Names files that the list leaves out by their ids: one who edits the list, or damages it, does
  /// not hide a database with a fixed place.
  void nameByKnowledge(List<WellKnownFile> wellKnown) {
    for (WellKnownFile known : wellKnown) {
      if (known.domain().isEmpty()) continue;
      for (String ending : DATABASE_ENDINGS)
        nameByKnowledge(new WellKnownFile(known.domain(), known.path() + ending));
    }
  }

  private void nameByKnowledge(WellKnownFile known) {
    int index = files.findId(id(known));
    if (index < 0 || list.isNamed(index)) return;
    list.nameByKnowledge(index, known.domain(), known.path());
    faults.add(
        Fault.of(
            Reason.MISSING,
            "no row names %s, which is known to be %s/%s"
                .formatted(files.name(index), known.domain(), known.path())));
  }

  static String id(WellKnownFile file) {
    try {
      byte[] name = (file.domain() + '-' + file.path()).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(name));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-1", e);
    }
  }

  /// Every file once, in the order of the names as handed in.
  List<EvidenceFile> files() {
    var all = new ArrayList<EvidenceFile>(files.size() + list.missing().size() + 1);
    for (int i = 0; i < files.size(); i++) all.add(present(i));
    if (files.find(ContentList.NAME) < 0) all.add(contentListMissing());
    addMissing(all);
    all.sort(Comparator.comparing(EvidenceFile::handedInAs));
    return List.copyOf(all);
  }

  private EvidenceFile present(int index) {
    String path = list.isNamed(index) ? list.path(index) : files.nameInBackup(index);
    return new EvidenceFile(
        files.name(index), list.domain(index), path, files.sizeBytes(index), true);
  }

  private EvidenceFile contentListMissing() {
    return new EvidenceFile(
        files.nameInContainer(ContentList.NAME), "", ContentList.NAME, 0, false);
  }

  private void addMissing(List<EvidenceFile> all) {
    list.missing().sort(Comparator.comparing(ContentList.Missing::id));
    String last = "";
    for (var missing : list.missing()) {
      if (missing.id().equals(last)) {
        faults.add(Fault.of(Reason.MALFORMED, "several rows name file " + missing.id()));
        continue;
      }
      last = missing.id();
      String name = files.nameOfId(missing.id());
      all.add(new EvidenceFile(name, missing.domain(), missing.path(), 0, false));
    }
  }
}
