package org.testigo.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testigo.cases.CaseFolder.RefusedException;
import org.testigo.cases.CaseFolder.RefusedException.Cause;

class CaseFolderTest {
  @TempDir private Path temp;

  @Test
  void folderAndFilesAreTheOwnersOnly() throws Exception {
    var folder = temp.resolve("case");
    try (var theCase = CaseFolder.create(folder, temp.resolve("evidence"))) {
      theCase.begin("case.json").close();
      theCase.keep("case.json");
      assertThat(permissions(folder)).isEqualTo("rwx------");
      assertThat(permissions(folder.resolve("case.json"))).isEqualTo("rw-------");
    }
    try (var names = Files.list(folder)) {
      assertThat(names.map(path -> path.getFileName().toString())).containsExactly("case.json");
    }
  }

  @Test
  void whatIsNotKeptIsRemoved() throws Exception {
    var folder = temp.resolve("case");
    try (var theCase = CaseFolder.create(folder, temp.resolve("evidence"))) {
      try (var out = theCase.begin("findings.jsonl")) {
        out.write("half".getBytes(UTF_8));
      }
      assertThat(folder.resolve("findings.jsonl")).doesNotExist();
    }
    assertThat(folder).doesNotExist();
  }

  @Test
  void anEmptyFolderOfSomebodyElseStays() throws Exception {
    var folder = Files.createDirectory(temp.resolve("case"));
    CaseFolder.create(folder, temp.resolve("evidence")).close();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFolderWithAnythingInItIsRefusedAndUntouched() throws Exception {
    var folder = Files.createDirectory(temp.resolve("case"));
    Files.writeString(folder.resolve("mine.txt"), "mine");
    refused(folder, temp.resolve("evidence"), Cause.NOT_EMPTY);
    assertThat(folder.resolve("mine.txt")).hasContent("mine");
  }

  @Test
  void aSecondRunIntoTheSameFolderIsRefusedAsLocked() throws Exception {
    var folder = temp.resolve("case");
    try (var first = CaseFolder.create(folder, temp.resolve("evidence"))) {
      assertThat(first.path()).isEqualTo(folder);
      refused(folder, temp.resolve("evidence"), Cause.LOCKED);
    }
  }

  @Test
  void nothingIsEverWrittenIntoTheEvidence() throws Exception {
    var evidence = Files.createDirectory(temp.resolve("evidence"));
    refused(evidence.resolve("deep/case"), evidence, Cause.INSIDE_EVIDENCE);
    refused(evidence, evidence, Cause.INSIDE_EVIDENCE);
    Files.createSymbolicLink(temp.resolve("link"), evidence);
    refused(temp.resolve("link/case"), evidence, Cause.INSIDE_EVIDENCE);
    assertThat(evidence).isEmptyDirectory();
  }

  @Test
  void aFileIsNoFolder() throws Exception {
    refused(Files.createFile(temp.resolve("file")), temp.resolve("evidence"), Cause.NOT_A_FOLDER);
  }

  private static void refused(Path folder, Path evidence, Cause cause) {
    assertThatThrownBy(() -> CaseFolder.create(folder, evidence))
        .asInstanceOf(InstanceOfAssertFactories.type(RefusedException.class))
        .extracting(RefusedException::reason)
        .isEqualTo(cause);
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
