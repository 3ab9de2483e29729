package org.testigo.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testigo.evidence.EvidenceException.Cause;
import org.testigo.formats.archives.TarBytes;

class OtherInputTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @ParameterizedTest
  @CsvSource({
    "a.ab, 414e44524f4944204241434b55500a350a, ANDROID_BACKUP",
    "sms.db, 53514c69746520666f726d6174203300, SQLITE_DATABASE",
    "Info.plist, 62706c697374303000, PROPERTY_LIST",
    "msgstore.db.crypt15, 0011223344, WHATSAPP_BACKUP",
    "a.jpg, ffd8ffe000104a464946, PICTURE",
    "a.png, 89504e470d0a1a0a, PICTURE",
    "a.7z, 377abcaf271c, OTHER_ARCHIVE",
    "a.gz, 1f8b0800, OTHER_ARCHIVE",
    "dumpstate.txt, 3d3d2064756d7073746174653a20, BUGREPORT",
    "pack.stix2, 7b2274797065223a202262756e646c65227d, INDICATORS"
  })
  void namesAFile(String name, String start, OtherKind kind) throws IOException {
    Path file = Files.write(folder.resolve(name), HexFormat.of().parseHex(start));

    refused(file, "NOT_SUPPORTED." + kind, name);
  }

  @ParameterizedTest
  @CsvSource({
    "acquisition.json, ANDROIDQF",
    "sysdiagnose.log, SYSDIAGNOSE",
    "system_logs.logarchive/Info.plist, SYSDIAGNOSE",
    "bugreport-2024.txt, BUGREPORT",
    "private/var, FILE_SYSTEM_DUMP",
    "data/data, FILE_SYSTEM_DUMP",
    "letter.txt, UNKNOWN_CONTENT"
  })
  void namesAFolder(String name, OtherKind kind) throws IOException {
    Path file = folder.resolve("input").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "x");

    refused(folder.resolve("input"), "NOT_SUPPORTED." + kind, "input");
  }

  @Test
  void namesASysdiagnoseFromItsBeginning() throws IOException {
    Path archive = folder.resolve("a.tar.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(archive))) {
      out.write(
          new TarBytes()
              .member("sysdiagnose_2024.01.02_iPhone/", '5', new byte[0])
              .file("sysdiagnose_2024.01.02_iPhone/ps.txt", new byte[2 << 20])
              .bytes());
    }
    refused(archive, "NOT_SUPPORTED.SYSDIAGNOSE", "a.tar.gz");
  }

  @Test
  void saysThatItKnowsNothingOfAFile() throws IOException {
    refused(
        Files.writeString(folder.resolve("letter.txt"), "Dear Ana"),
        "NOT_RECOGNISED",
        "letter.txt");
    refused(folder.resolve("nothing"), "NO_SUCH_INPUT", folder.resolve("nothing").toString());
    refused(Files.createFile(folder.resolve("empty")), "NOT_RECOGNISED", "empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void everySentenceIsThere(String language) {
    var expected = new TreeSet<String>();
    for (Cause cause : Cause.values()) expected.add(cause.name());
    for (OtherKind kind : OtherKind.values()) expected.add("NOT_SUPPORTED." + kind);

    var bundle =
        ResourceBundle.getBundle(
            EvidenceException.class.getName(),
            Locale.of(language),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    assertThat(bundle.keySet()).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(expected).allSatisfy(key -> assertThat(bundle.getString(key)).contains("{0}"));
  }

  private static void refused(Path input, String key, String detail) {
    assertThatThrownBy(() -> Evidences.open(input, Secrets.NONE))
        .isInstanceOfSatisfying(
            EvidenceException.class,
            e -> {
              assertThat(e.text().key()).isEqualTo(key);
              assertThat(e.detail()).isEqualTo(detail);
            });
  }
}
