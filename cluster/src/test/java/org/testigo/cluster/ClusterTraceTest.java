package org.testigo.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testigo.reports.Words;
import org.testigo.samples.scans.MadeUpScan;

/// The cluster writes the files that the local command writes, byte for byte.
class ClusterTraceTest {
  private static final Pattern VERSION = Pattern.compile("\"toolVersion\":\\s*\"([^\"]*)\"");

  private static SparkSession session;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    session = Sessions.embedded("local[2]", 2);
    session.conf().set("spark.sql.files.maxPartitionBytes", 5_000);
  }

  @AfterAll
  static void stop() {
    session.stop();
  }

  @Test
  void everyFileButRunJsonIsTheSame() throws Exception {
    var scans = folder.resolve("scans");
    MadeUpScan.writeTo(scans);
    var file = scans.resolve("20130312-http.jsonl");
    Files.writeString(file, Files.readString(file).replaceFirst("\n", "\nno JSON\n"));
    Files.writeString(scans.resolve("notes.txt"), "notes\n");
    var here = folder.resolve("here");
    traceLocally(scans, here);
    var version = VERSION.matcher(Files.readString(here.resolve("run.json")));
    assertThat(version.find()).isTrue();
    var there = folder.resolve("there");
    var arguments = Arguments.parse(List.of(scans.toString(), "--out", there.toString()));
    new ClusterTrace(session, arguments, Words.in(Locale.ENGLISH), version.group(1)).trace(there);
    var expected = contents(here);
    assertThat(expected).hasSizeGreaterThan(8).containsKeys("atlas.html", "hits.jsonl");
    assertThat(contents(there)).isEqualTo(expected);
  }

  /// In a virtual machine of its own, as a person runs it.
  private void traceLocally(Path scans, Path out) throws IOException, InterruptedException {
    var classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            classes,
            "org.testigo.app.Testigo",
            "trace",
            scans.toString(),
            "--out",
            out.toString(),
            "--lang",
            "en");
    var talk = folder.resolve("talk").toFile();
    int exitCode =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(talk)
            .start()
            .waitFor();
    assertThat(exitCode).as(Files.readString(talk.toPath())).isEqualTo(1);
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    var contents = new TreeMap<String, String>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList())
        if (!file.endsWith("run.json"))
          contents.put(file.getFileName().toString(), Files.readString(file));
    }
    return contents;
  }
}
