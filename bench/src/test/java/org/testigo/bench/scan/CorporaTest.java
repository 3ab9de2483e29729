package org.testigo.bench.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testigo.bench.scan.Corpora.Style;

/// The inputs of the benchmark hold what they say, and a scan finds exactly that.
class CorporaTest {
  private static final long SIZE = 3_000_000;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Style.class)
  void everyPlantedAnswerIsFoundInEveryStyle(Style style) throws Exception {
    var expected = new Corpora(folder, 1).sonarHttp("http.jsonl", style, SIZE);
    assertThat(expected).hasSize(40);
    assertThat(found("literal", "http.jsonl")).isEqualTo(expected);
  }

  @Test
  void everyPlantedCertificateIsFoundAtItsHosts() throws Exception {
    var expected = new Corpora(folder, 1).sonarSsl("certs.csv", "hosts.csv", SIZE);
    assertThat(expected).hasSize(6);
    assertThat(found("literal", "certs.csv", "hosts.csv")).isEqualTo(expected);
    assertThat(found("everywhere", "certs.csv", "hosts.csv")).isEqualTo(expected);
  }

  @Test
  void zgrabIsSearchedToo() throws Exception {
    var expected = new Corpora(folder, 1).zgrab2("zgrab2.jsonl", SIZE);
    assertThat(expected).hasSize(8);
    assertThat(found("literal", "zgrab2.jsonl")).isEqualTo(expected);
  }

  private SortedSet<String> found(String mode, String... files) throws Exception {
    var arguments = new java.util.ArrayList<String>();
    arguments.add(folder.resolve("found").toString());
    arguments.add(mode);
    for (String file : files) arguments.add(folder.resolve(file).toString());
    ScanRun.main(arguments.toArray(new String[0]));
    return new TreeSet<>(Files.readAllLines(folder.resolve("found")));
  }
}
