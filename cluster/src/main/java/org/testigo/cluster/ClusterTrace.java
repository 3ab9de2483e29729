package org.testigo.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.testigo.cases.CaseFolder;
import org.testigo.detections.fingerprints.Fingerprint;
import org.testigo.detections.fingerprints.FingerprintSet;
import org.testigo.infrastructure.Atlas;
import org.testigo.infrastructure.AtlasBuilder;
import org.testigo.infrastructure.AtlasRequest;
import org.testigo.infrastructure.Claim;
import org.testigo.infrastructure.ClaimsFile;
import org.testigo.infrastructure.Places;
import org.testigo.networks.NetworkTable;
import org.testigo.reports.RunJson;
import org.testigo.reports.Words;
import org.testigo.reports.atlas.AtlasFiles;
import org.testigo.reports.atlas.AtlasGaps;
import org.testigo.reports.atlas.HitSpool;
import org.testigo.reports.atlas.Making;
import org.testigo.reports.atlas.Redaction;
import org.testigo.reports.atlas.TraceRunJson;
import org.testigo.scanning.FileCount;
import org.testigo.scanning.ScanSummary;

/// One tracing: scan data in, an atlas folder out, with the files that the local command writes.
final class ClusterTrace {
  private static final String SPOOL = "hits.spool";

  private final SparkSession session;
  private final Arguments arguments;
  private final Words words;
  private final String version;
  private final AtlasGaps gaps;
  private final FoundTables tables = new FoundTables();
  private final Instant startedAt = Instant.now();
  private final long startNanos = System.nanoTime();

  /// @param version of the tool, as its files say
  ClusterTrace(SparkSession session, Arguments arguments, Words words, String version) {
    this.session = session;
    this.arguments = arguments;
    this.words = words;
    this.version = version;
    this.gaps = new AtlasGaps(words);
  }

  /// What was drawn and from what.
  record Traced(Atlas atlas, Making making, ScanSummary summary) {}

  Traced trace(Path folder) throws IOException, CaseFolder.RefusedException, InterruptedException {
    var scan =
        ClusterScan.of(
            session,
            arguments.inputs(),
            arguments.rules(),
            arguments.scanDate().map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()));
    var builder = new AtlasBuilder(request(scan.fingerprints()));
    try (var atlasFolder = CaseFolder.create(folder, List.of())) {
      ScanSummary summary;
      try (var spool = new HitSpool(atlasFolder.begin(SPOOL))) {
        summary = scan.run(new TraceResults(builder, spool, gaps, tables));
      }
      var traced = new Traced(builder.build(), making(summary, scan.fingerprints()), summary);
      write(traced, atlasFolder);
      if (arguments.tables().isPresent()) tables.write(session, arguments.tables().get());
      return traced;
    }
  }

  private AtlasRequest request(FingerprintSet fingerprints) throws IOException {
    fingerprints
        .refused()
        .forEach(refused -> gaps.add(refused.file() + ": " + words.say(refused.why())));
    var bundled = NetworkTable.bundled();
    var table =
        arguments.networks().isEmpty()
            ? bundled
            : NetworkTable.read(arguments.networks()).or(bundled);
    return new AtlasRequest(
        arguments.asOf(),
        claims(),
        Places.of(table),
        Places.source(table),
        fingerprints.fingerprints().stream()
            .filter(each -> each.strength() == Fingerprint.Strength.CORROBORATING)
            .map(Fingerprint::id)
            .collect(Collectors.toSet()));
  }

  private List<Claim> claims() throws IOException {
    var claims = new ArrayList<Claim>();
    for (Path file : arguments.claims()) {
      var read = ClaimsFile.read(String.valueOf(file.getFileName()), Files.readAllBytes(file));
      read.refused().forEach(refused -> gaps.add(words.say(refused)));
      claims.addAll(read.claims());
    }
    return claims;
  }

  private Making making(ScanSummary summary, FingerprintSet fingerprints) {
    for (FileCount file : summary.files()) gaps.addUntold(file.file(), file.counts().untold());
    return new Making(
        version,
        summary.files().stream().map(ClusterTrace::input).toList(),
        fingerprints.fingerprints().size(),
        gaps.sentences());
  }

  private static Making.Input input(FileCount file) {
    var counts = file.counts();
    return new Making.Input(
        file.file(),
        file.format(),
        counts.read(),
        counts.decoded(),
        counts.refused(),
        file.refusal().orElse(""));
  }

  private void write(Traced traced, CaseFolder folder) throws IOException {
    var atlas = traced.atlas();
    var redaction = arguments.redacts() ? Redaction.ofActive(atlas) : Redaction.none();
    AtlasFiles.write(atlas, traced.making(), words, redaction, folder);
    try (var spool = folder.reread(SPOOL)) {
      HitSpool.write(spool, atlas, redaction, folder.begin(AtlasFiles.HITS));
    }
    folder.keep(AtlasFiles.HITS);
    TraceRunJson.write(facts(folder), folder.begin(RunJson.NAME));
    folder.keep(RunJson.NAME);
  }

  private TraceRunJson.Facts facts(CaseFolder folder) {
    return new TraceRunJson.Facts(
        startedAt,
        Duration.ofNanos(System.nanoTime() - startNanos),
        System.getProperty("user.name", ""),
        session.sparkContext().master() + ", Spark " + session.version(),
        Runtime.version().toString(),
        arguments.inputs(),
        absolute(arguments.claims()),
        absolute(arguments.rules()),
        absolute(arguments.networks()),
        folder.path().toAbsolutePath().toString(),
        version);
  }

  private static List<String> absolute(List<Path> paths) {
    return paths.stream().map(path -> path.toAbsolutePath().toString()).toList();
  }
}
