package org.testigo.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.testigo.artifacts.Artifacts;
import org.testigo.cases.Case;
import org.testigo.cases.CaseFolder;
import org.testigo.cases.Options;
import org.testigo.evidence.Evidence;
import org.testigo.evidence.EvidenceException;
import org.testigo.evidence.Evidences;
import org.testigo.evidence.Opening;
import org.testigo.evidence.Secrets;
import org.testigo.examination.Examination;
import org.testigo.examination.Progress;
import org.testigo.examination.Request;
import org.testigo.indicators.IndicatorSet;
import org.testigo.indicators.Packs;
import org.testigo.model.Budget;
import org.testigo.model.Finding;
import org.testigo.reports.CaseFiles;
import org.testigo.reports.CaseJson;
import org.testigo.reports.Summary;
import org.testigo.reports.Timeline;
import org.testigo.reports.Words;

/// One examination from the evidence on the disk to the case folder and the words on the console.
record ExamineRun(Console console, Words words, Progress progress) {

  ExitCode examine(
      Path input, List<Path> packs, Path folder, Options options, Secrets secrets, boolean json)
      throws IOException, EvidenceException, CaseFolder.RefusedException, InterruptedException {
    var clock = RunClock.start();
    refuseMissing(input);
    packs.forEach(this::refuseMissing);
    try (var caseFolder = CaseFolder.create(folder, input);
        var _ = Interrupt.watch(caseFolder)) {
      // Two cores: the packs load while the evidence opens, which takes as long.
      var indicators = CompletableFuture.supplyAsync(() -> Packs.load(packs));
      try (var evidence = Evidences.open(input, opening(secrets, caseFolder))) {
        var theCase = examine(evidence, indicators.join(), options, caseFolder);
        CaseFiles.write(theCase, words, caseFolder);
        clock.write(caseFolder, input, packs, theCase);
        report(theCase, caseFolder, json);
        return ExitCode.of(theCase);
      }
    }
  }

  private static Opening opening(Secrets secrets, CaseFolder folder) {
    return new Opening(secrets, wellKnownFiles(), Optional.of(folder.path()));
  }

  /// Files with one fixed place are found by their ids even where the content list hides them.
  static List<Opening.WellKnownFile> wellKnownFiles() {
    return Artifacts.all().stream()
        .flatMap(artifact -> artifact.spec().places().stream())
        .filter(place -> place.isExact() && !place.domain().isEmpty())
        .map(place -> new Opening.WellKnownFile(place.domain(), place.path()))
        .toList();
  }

  private void refuseMissing(Path path) {
    if (Files.exists(path)) return;
    throw new Failures.CommandException(
        ExitCode.NO_INPUT, words.say(Testigo.class, "no-such-file", path.toString()));
  }

  private Case examine(
      Evidence evidence, IndicatorSet indicators, Options options, CaseFolder folder)
      throws IOException, InterruptedException {
    if (!options.timeline()) return Examination.run(request(evidence, indicators, options, null));
    Case theCase;
    try (var timeline =
        new Timeline(folder.begin("timeline.jsonl"), folder.begin("timeline.csv"))) {
      theCase = Examination.run(request(evidence, indicators, options, timeline));
    }
    folder.keep("timeline.jsonl");
    folder.keep("timeline.csv");
    return theCase;
  }

  private Request request(
      Evidence evidence,
      IndicatorSet indicators,
      Options options,
      @org.jspecify.annotations.Nullable Timeline timeline) {
    return new Request(
        evidence,
        indicators,
        options,
        new Case.Tool("testigo", Testigo.Version.number()),
        Budget.Allowance.DEFAULT,
        System::nanoTime,
        progress,
        observation -> {
          if (timeline != null) timeline.add(observation);
        });
  }

  private void report(Case theCase, CaseFolder folder, boolean json) {
    if (json) {
      CaseJson.write(theCase, words, new Unclosed(console.out()));
      console.out().flush();
      return;
    }
    var summary = new Summary(theCase, words);
    console.data(summary.verdict());
    console.data(summary.basis());
    for (Finding finding : theCase.findings()) console.data("  " + summary.line(finding));
    for (String gap : summary.gaps()) console.data("  ! " + gap);
    console.data(summary.meaning());
    console.data(
        words.say(Summary.class, "report-at", folder.path().resolve(CaseFiles.REPORT).toString()));
  }

  /// The console's stream, which outlives the report that is written to it.
  private static final class Unclosed extends java.io.FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() {
      try {
        out.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
