package org.testigo.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testigo.artifacts.Artifacts;
import org.testigo.cases.Case;
import org.testigo.cases.LedgerEntry;
import org.testigo.cases.Options;
import org.testigo.evidence.Evidence;
import org.testigo.evidence.EvidenceException;
import org.testigo.evidence.EvidenceFile;
import org.testigo.evidence.Evidences;
import org.testigo.evidence.Opening;
import org.testigo.examination.Examination;
import org.testigo.examination.Progress;
import org.testigo.examination.Request;
import org.testigo.formats.sqlite.SqliteDatabase;
import org.testigo.formats.sqlite.Table;
import org.testigo.indicators.IndicatorSet;
import org.testigo.indicators.Packs;
import org.testigo.model.Budget;
import org.testigo.model.MalformedException;
import org.testigo.model.Observation;
import org.testigo.model.Verdict;
import org.testigo.samples.MadeUpPack;
import org.testigo.samples.MadeUpPhone;
import org.testigo.samples.Variant;

/// A made-up phone without traces whose files are damaged one at a time.
final class SweptPhone {
  static final String PASSWORD = "contraseña-✓";
  private static final String LOG = "-wal";

  private final Path folder;
  private final IndicatorSet pack;

  SweptPhone(Path temp, Variant variant) throws IOException {
    folder = temp.resolve("phone");
    MadeUpPhone.writeTo(folder, variant);
    MadeUpPack.writeTo(temp.resolve("pack.stix2"));
    pack = Packs.load(List.of(temp.resolve("pack.stix2")));
  }

  /// Changes a file.
  interface Damaging {
    void applyTo(Path file, Path log) throws IOException;
  }

  /// One examination, with everything that was observed.
  record Examined(Case theCase, List<Observation> observations) {

    boolean saysNothingFound() {
      return theCase.conclusion().verdict() == Verdict.NO_KNOWN_TRACES
          || ExitCode.of(theCase) == ExitCode.COMPLETE;
    }

    /// The gaps that name the file and give a reason.
    List<LedgerEntry> gapsOf(EvidenceFile file) {
      return theCase.conclusion().gaps().stream()
          .filter(gap ->
              gap.unreadables().stream()
                  .anyMatch(part ->
                      !part.detail().isEmpty() && isOf(part.source().file(), part.detail(), file)))
          .toList();
    }

    /// What is wrong with a log is told of its database.
    private static boolean isOf(String named, String detail, EvidenceFile file) {
      return named.equals(file.shownName())
          || file.shownName().equals(named + LOG)
          || detail.contains(file.path());
    }
  }

  /// Every file that is there and that an artifact reads, by what the artifacts declare.
  List<EvidenceFile> filesThatAreRead() throws EvidenceException {
    try (var evidence = open()) {
      return evidence.files().stream()
          .filter(EvidenceFile::isPresent)
          .filter(file -> isRead(evidence, file))
          .toList();
    }
  }

  private static boolean isRead(Evidence evidence, EvidenceFile file) {
    var database =
        new EvidenceFile(
            file.handedInAs(), file.domain(), withoutLog(file.path()), file.sizeBytes(), true);
    return Artifacts.all().stream()
        .flatMap(artifact -> artifact.spec().places().stream())
        .anyMatch(place -> place.holds(evidence.kind(), database));
  }

  private static String withoutLog(String path) {
    return path.endsWith(LOG) ? path.substring(0, path.length() - LOG.length()) : path;
  }

  /// The tables of a database, without SQLite's own; none where the file is not one.
  List<String> tablesOf(EvidenceFile file) throws EvidenceException {
    try (var evidence = open();
        var content = evidence.open(file)) {
      return SqliteDatabase.open(content, Optional.empty(), Optional.empty(), Budget.unhurried())
          .tables()
          .stream()
          .map(Table::name)
          .filter(name -> !name.startsWith("sqlite_"))
          .toList();
    } catch (MalformedException e) {
      return List.of();
    }
  }

  /// Examines the phone with one file damaged; after it the phone is as before.
  Examined examineWith(EvidenceFile file, Damaging damaging) throws Exception {
    Path place = folder.resolve(file.handedInAs());
    Path log = logOf(file);
    byte[] whole = Files.readAllBytes(place);
    var wholeLog =
        Files.exists(log) ? Optional.of(Files.readAllBytes(log)) : Optional.<byte[]>empty();
    try {
      damaging.applyTo(place, log);
      return examine();
    } finally {
      Files.write(place, whole);
      if (wholeLog.isPresent()) Files.write(log, wholeLog.get());
    }
  }

  private Path logOf(EvidenceFile file) {
    if (file.domain().isEmpty()) return folder.resolve(file.path() + LOG);
    return org.testigo.samples.Damage.place(folder, file.domain(), file.path() + LOG);
  }

  Examined examine() throws EvidenceException, InterruptedException {
    var observations = new ArrayList<Observation>();
    try (var evidence = open()) {
      var request =
          new Request(
              evidence,
              pack,
              new Options(new java.util.TreeSet<>(), false, true),
              new Case.Tool("testigo", "test"),
              Budget.Allowance.DEFAULT,
              () -> 0,
              Progress.SILENT,
              observations::add);
      return new Examined(Examination.run(request), observations);
    }
  }

  private Evidence open() throws EvidenceException {
    return Evidences.open(
        folder,
        new Opening(
            _ -> Optional.of(PASSWORD.toCharArray()),
            ExamineRun.wellKnownFiles(),
            Optional.empty()));
  }
}
