package org.testigo.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.testigo.cases.CaseFolder;
import org.testigo.detections.fingerprints.Fingerprint;
import org.testigo.detections.fingerprints.FingerprintSet;
import org.testigo.infrastructure.Atlas;
import org.testigo.infrastructure.AtlasBuilder;
import org.testigo.infrastructure.AtlasRequest;
import org.testigo.infrastructure.Claim;
import org.testigo.infrastructure.ClaimsFile;
import org.testigo.infrastructure.Places;
import org.testigo.model.Budget;
import org.testigo.model.MalformedException;
import org.testigo.model.scan.ScanTime;
import org.testigo.networks.NetworkTable;
import org.testigo.reports.Words;
import org.testigo.reports.atlas.AtlasFiles;
import org.testigo.reports.atlas.AtlasGaps;
import org.testigo.reports.atlas.HitSpool;
import org.testigo.reports.atlas.Making;
import org.testigo.reports.atlas.Redaction;
import org.testigo.scanning.FileCount;
import org.testigo.scanning.Rules;
import org.testigo.scanning.Scan;
import org.testigo.scanning.ScanInput;
import org.testigo.scanning.ScanRequest;
import org.testigo.scanning.ScanSummary;
import org.testigo.scans.BannerLines;
import org.testigo.scans.BannerMapping;
import org.testigo.scans.ScanFormat;
import org.testigo.scans.ScanFormats;

/// One tracing from scan data on the disk to the atlas folder and the words on the console.
record TraceRun(
    Console console, Words words, TraceOptions options, ExamineCommand.ProgressStyle progress) {
  /// Claims are written by people.
  private static final long MAX_CLAIMS_BYTES = 256L << 20;

  private static final String SPOOL = "hits.spool";

  ExitCode trace(Path folder, boolean json)
      throws IOException, CaseFolder.RefusedException, InterruptedException {
    var clock = RunClock.start();
    refuseMissing();
    var gaps = new AtlasGaps(words);
    var fingerprints = fingerprints(gaps);
    var builder = new AtlasBuilder(request(fingerprints, gaps));
    var inputs = TraceInputs.of(options.inputs(), console.in());
    try (var atlasFolder = CaseFolder.create(folder, files());
        var _ = Interrupt.watch(atlasFolder)) {
      ScanSummary summary;
      try (var spool = new HitSpool(atlasFolder.begin(SPOOL))) {
        summary = scan(inputs, fingerprints, new TraceScan(builder, spool, gaps));
      }
      refuseUnknown(summary);
      for (FileCount file : summary.files()) gaps.addUntold(file.file(), file.counts().untold());
      var atlas = builder.build();
      var making = making(summary, fingerprints, gaps);
      var redaction = options.redact() ? Redaction.ofActive(atlas) : Redaction.none();
      AtlasFiles.write(atlas, making, words, redaction, atlasFolder);
      writeHits(atlas, redaction, atlasFolder);
      clock.write(atlasFolder, options, making);
      new TraceReport(console, words, atlas, making, redaction)
          .print(notes(inputs, summary), atlasFolder, json);
      return exitCode(atlas, making);
    }
  }

  private static void writeHits(Atlas atlas, Redaction redaction, CaseFolder folder)
      throws IOException {
    try (var spool = folder.reread(SPOOL)) {
      HitSpool.write(spool, atlas, redaction, folder.begin(AtlasFiles.HITS));
    }
    folder.keep(AtlasFiles.HITS);
  }

  private static ExitCode exitCode(Atlas atlas, Making making) {
    if (!atlas.addresses().isEmpty()) return ExitCode.FINDINGS;
    return making.gaps().isEmpty() ? ExitCode.COMPLETE : ExitCode.INCOMPLETE;
  }

  private void refuseMissing() {
    var all = new ArrayList<>(files());
    all.addAll(options.claims());
    all.addAll(options.fingerprints());
    all.addAll(options.networks());
    options.mapping().ifPresent(all::add);
    for (Path path : all)
      if (!Files.exists(path))
        throw failure(ExitCode.NO_INPUT, Testigo.class, "no-such-file", path.toString());
  }

  /// What was handed in, without the standard input.
  private List<Path> files() {
    return options.inputs().stream().filter(path -> !TraceInputs.isStandardInput(path)).toList();
  }

  private Failures.CommandException failure(
      ExitCode code, Class<?> owner, String key, Object... arguments) {
    return new Failures.CommandException(code, words.say(owner, key, arguments));
  }

  private FingerprintSet fingerprints(AtlasGaps gaps) {
    var set = FingerprintSet.load(options.fingerprints());
    set.refused().forEach(refused -> gaps.add(FingerprintsCommand.refusal(refused, words)));
    return set;
  }

  private AtlasRequest request(FingerprintSet fingerprints, AtlasGaps gaps) throws IOException {
    var table = networks();
    Set<String> corroborating =
        fingerprints.fingerprints().stream()
            .filter(each -> each.strength() == Fingerprint.Strength.CORROBORATING)
            .map(Fingerprint::id)
            .collect(Collectors.toSet());
    return new AtlasRequest(
        options.asOf(), claims(gaps), Places.of(table), Places.source(table), corroborating);
  }

  private NetworkTable networks() throws IOException {
    if (options.networks().isEmpty()) return NetworkTable.bundled();
    try {
      return NetworkTable.read(options.networks()).or(NetworkTable.bundled());
    } catch (MalformedException e) {
      throw failure(ExitCode.BAD_INPUT, TraceRun.class, "networks-refused", e.detail());
    }
  }

  private List<Claim> claims(AtlasGaps gaps) throws IOException {
    var claims = new ArrayList<Claim>();
    for (Path file : options.claims()) {
      String name = String.valueOf(file.getFileName());
      if (Files.size(file) > MAX_CLAIMS_BYTES)
        throw failure(ExitCode.BAD_INPUT, TraceRun.class, "claims-too-large", name);
      var read = ClaimsFile.read(name, Files.readAllBytes(file));
      read.refused().forEach(refused -> gaps.add(words.say(refused)));
      claims.addAll(read.claims());
    }
    return claims;
  }

  private ScanSummary scan(TraceInputs inputs, FingerprintSet fingerprints, TraceScan results)
      throws IOException, InterruptedException {
    var shown = new TraceProgress(progress, console, words, inputs.sizeBytes());
    List<ScanInput> watched =
        inputs.inputs().stream()
            .map(input -> (ScanInput) new ScanInput.Watched(input, shown.of(input.name())))
            .toList();
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    var request =
        new ScanRequest(
            watched,
            formats(),
            Rules.of(fingerprints),
            options.scanDate().map(TraceRun::dayOf),
            threads,
            Budget.Allowance.DEFAULT,
            System::nanoTime);
    var summary = Scan.run(request, results);
    shown.end();
    return summary;
  }

  private static ScanTime dayOf(LocalDate day) {
    return new ScanTime(day.atStartOfDay(ZoneOffset.UTC).toInstant(), ScanTime.Precision.DAY);
  }

  /// A mapping of the user's own is asked first.
  private List<ScanFormat> formats() throws IOException {
    var formats = new ArrayList<ScanFormat>();
    if (options.mapping().isPresent()) {
      try {
        formats.add(
            new BannerLines(BannerMapping.parse(Files.readString(options.mapping().get()))));
      } catch (MalformedException e) {
        throw failure(ExitCode.BAD_INPUT, TraceRun.class, "mapping-refused", e.detail());
      }
    }
    formats.addAll(ScanFormats.all());
    return formats;
  }

  /// When nothing that was handed in is scan data, there is no atlas.
  private void refuseUnknown(ScanSummary summary) {
    if (summary.files().stream().anyMatch(file -> file.refusal().isEmpty())) return;
    var why =
        summary.files().stream()
            .map(file -> file.file() + ": " + file.refusal().orElse(""))
            .collect(Collectors.joining("\n"));
    throw failure(ExitCode.BAD_INPUT, TraceRun.class, "no-scan-data", why);
  }

  private static Making making(ScanSummary summary, FingerprintSet fingerprints, AtlasGaps gaps) {
    var inputs = summary.files().stream().map(TraceRun::input).toList();
    return new Making(
        Testigo.Version.number(), inputs, fingerprints.fingerprints().size(), gaps.sentences());
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

  /// What is worth knowing and no gap.
  private List<String> notes(TraceInputs inputs, ScanSummary summary) {
    var notes = new ArrayList<String>();
    for (String name : inputs.twice()) notes.add(words.say(TraceRun.class, "twice", name));
    for (FileCount file : summary.files())
      if (file.isReadOnce()) notes.add(words.say(TraceRun.class, "read-once", file.file()));
    summary.wideTies().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(
            tie -> notes.add(words.say(TraceRun.class, "wide-tie", tie.getKey(), tie.getValue())));
    return notes;
  }
}
