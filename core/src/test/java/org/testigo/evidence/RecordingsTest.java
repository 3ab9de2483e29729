package org.testigo.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testigo.Corpus;
import org.testigo.formats.archives.TarBytes;
import org.testigo.formats.netflow.Datagrams;
import org.testigo.model.EvidenceKind;

class RecordingsTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          conn.log         | Lorem ipsum                                              | zeek
          a.json           | '{"ts":1.5,"conn_state":"SF"}'                         | zeek
          eve.json         | '{"timestamp":"2024","event_type":"dns"}'                | eve
          a.ndjson         | '{"fw":4500,"msm_id":1}'                                 | traceroute
          mtr.json         | '{ "report": { "mtr": {}}}'                              | traceroute
          a.txt            | traceroute to example.org (192.0.2.1), 30 hops max       | traceroute
          a.txt            | 'Tracing route to example.org [192.0.2.1]'               | traceroute
          a.txt            | 'Traza a la dirección example.org [192.0.2.1]'           | traceroute
          a.txt            | 'HOST: here    Loss%   Snt   Last'                       | traceroute
          """)
  void tellsKindsApart(String name, String content, String domain) throws Exception {
    Files.writeString(folder.resolve(name), content);

    try (var evidence = Evidences.open(folder, Secrets.NONE)) {
      assertThat(evidence.kind()).isEqualTo(EvidenceKind.CAPTURE);
      assertThat(evidence.files()).extracting(EvidenceFile::domain).containsExactly(domain);
    }
    try (var evidence = Evidences.open(folder.resolve(name), Secrets.NONE)) {
      assertThat(evidence.files())
          .containsExactly(
              new EvidenceFile(
                  name, domain, name, content.getBytes(StandardCharsets.UTF_8).length, true));
    }
  }

  @ParameterizedTest
  @CsvSource({"conn.log, conn, zeek", "anything, open_conn, zeek", "weird.log, weird, ''"})
  void logsOfZeekSayWhatTheyAre(String name, String path, String domain) throws Exception {
    Files.writeString(folder.resolve("dns.log"), "{}");
    Files.writeString(folder.resolve(name), "#separator \\x09\n#path\t" + path + "\n");

    try (var evidence = Evidences.open(folder, Secrets.NONE)) {
      assertThat(evidence.files())
          .filteredOn(file -> file.path().equals(name))
          .extracting(EvidenceFile::domain)
          .containsExactly(domain);
    }
  }

  @Test
  void aFolderWithOtherFilesInAnyPacking() throws Exception {
    byte[] flows = new Datagrams().version5().bytes();
    byte[] log = "#separator \\x09\n#path\tconn\n".getBytes(StandardCharsets.UTF_8);
    Files.createDirectories(folder.resolve("logs/day"));
    Files.write(folder.resolve("logs/flows.dat"), flows);
    Files.write(folder.resolve("logs/day/conn.00.log.gz"), gzip(log));
    Files.writeString(folder.resolve("logs/letter.txt"), "Dear Ana");
    Path tar =
        Files.write(
            folder.resolve("logs.tar"),
            new TarBytes().file("flows.dat", flows).file("conn.log", log).bytes());

    try (var evidence = Evidences.open(folder.resolve("logs"), Secrets.NONE)) {
      assertThat(evidence.files())
          .extracting(EvidenceFile::shownName)
          .containsExactly("zeek/day/conn.00.log.gz", "netflow/flows.dat", "letter.txt");
      assertThat(evidence.container()).isEmpty();
    }
    try (var evidence = Evidences.open(tar, Secrets.NONE)) {
      assertThat(evidence.files())
          .extracting(EvidenceFile::shownName)
          .containsExactly("zeek/conn.log", "netflow/flows.dat");
    }
  }

  @Test
  void logsInsideOtherEvidenceAreLeftToIt() throws IOException {
    Files.writeString(folder.resolve("conn.log"), "#separator \\x09");
    Files.writeString(folder.resolve("sysdiagnose.log"), "x");

    assertThatThrownBy(() -> Evidences.open(folder, Secrets.NONE))
        .isInstanceOfSatisfying(
            EvidenceException.class,
            e -> assertThat(e.text().key()).isEqualTo("NOT_SUPPORTED.SYSDIAGNOSE"));
  }

  @ParameterizedTest
  @CsvSource({
    "network/netflow, netflow, 53",
    "network/rita-zeek, zeek, 90",
    "network/ripe-atlas, traceroute, 7"
  })
  void theCorpus(String name, String domain, int count) throws Exception {
    try (var evidence = Evidences.open(Corpus.path(name), Secrets.NONE)) {
      assertThat(evidence.files()).filteredOn(file -> file.domain().equals(domain)).hasSize(count);
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var packed = new GZIPOutputStream(out)) {
      packed.write(bytes);
    }
    return out.toByteArray();
  }
}
