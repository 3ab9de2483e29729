package org.testigo.scanning;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.testigo.model.Location;
import org.testigo.model.Unreadable.Reason;
import org.testigo.model.scan.Literal;
import org.testigo.model.scan.Prefilter;
import org.testigo.model.scan.Subject;
import org.testigo.scanning.prefilter.PrefilterCompiler;
import org.testigo.scans.Carriage;
import org.testigo.scans.FileFormat;
import org.testigo.scans.LineFormat;
import org.testigo.scans.LineFormat.Beginning;
import org.testigo.scans.ScanFormat;
import org.testigo.scans.ScanFormat.Order;

/// Scans data of the Internet for fingerprints.
///
/// Files that can show a hit by themselves are read first, in the order of their names, with all
/// rules at once. What is tied to the hits is looked for in a second reading: the same certificates
/// and keys elsewhere, the hosts of a certificate, names and replies of their addresses. The result
/// depends on the inputs alone, neither on their order nor on the number of threads.
public final class Scan {
  private final ScanRequest request;
  private final ScanResults results;
  private final BlockPipeline pipeline;
  private final Views views = new Views(new Certificates());
  private final Ties ties = new Ties();
  private final TiedSightings tied = new TiedSightings();

  private Scan(ScanRequest request, ScanResults results, BlockPipeline pipeline) {
    this.request = request;
    this.results = results;
    this.pipeline = pipeline;
  }

  /// Scans all inputs.
  ///
  /// @throws InterruptedException when the caller was interrupted; nothing is left running
  public static ScanSummary run(ScanRequest request, ScanResults results)
      throws InterruptedException {
    try (var pipeline = new BlockPipeline(request.threads())) {
      return new Scan(request, results, pipeline).run();
    }
  }

  private ScanSummary run() throws InterruptedException {
    var files =
        request.inputs().stream()
            .sorted(Comparator.comparing(ScanInput::name))
            .map(input -> new ScannedFile(input, request.formats()))
            .toList();
    for (ScannedFile file : files) file.refusal().ifPresent(why -> fail(file, why));
    for (ScannedFile file : files) if (file.is(Order.SHOWS)) readFirst(file);
    if (!ties.isEmpty())
      for (ScannedFile file : files)
        if (file.is(Order.SHOWS) && file.canTellMore()) readAgain(file);
    for (ScannedFile file : files) if (file.is(Order.JOINS)) readLate(file);
    for (ScannedFile file : files) if (file.is(Order.TELLS_MORE)) readLate(file);
    for (TiedSighting found : tied.narrow()) {
      found.chain().forEach(results::certificate);
      results.sighting(found.sighting());
    }
    return new ScanSummary(files.stream().map(ScannedFile::count).toList(), tied.wide());
  }

  private void readFirst(ScannedFile file) throws InterruptedException {
    var look = new FirstLook(request.rules(), views);
    new Reading(file, forRules(file.format(), List.of()), Optional.empty(), look).read();
  }

  private void readAgain(ScannedFile file) throws InterruptedException {
    var format = file.format();
    var prefilter =
        PrefilterCompiler.compile(ties.literals(), format.spec().carries(), ties.texts());
    var look = new SecondLook(request.rules(), views, ties, false);
    new Reading(file, prefilter, Optional.of(forRules(format, List.of())), look).read();
  }

  private void readLate(ScannedFile file) throws InterruptedException {
    var look = new SecondLook(request.rules(), views, ties, true);
    var prefilter = forRules(file.format(), ties.texts());
    new Reading(file, prefilter, Optional.empty(), look).read();
  }

  /// Finds what the rules may match, and, where texts are given, what is tied to hits.
  private Prefilter forRules(ScanFormat format, Collection<String> texts) {
    var carries = format.spec().carries().stream().filter(each -> !isByName(format, each)).toList();
    boolean mustSeeAll =
        carries.stream()
            .anyMatch(carriage -> request.rules().hasRuleWithoutLiteral(carriage.subject()));
    if (mustSeeAll) return Prefilter.EVERYWHERE;
    var literals = new ArrayList<Literal>(request.rules().literals());
    if (!texts.isEmpty()) literals.addAll(ties.literals());
    return PrefilterCompiler.compile(literals, carries, texts);
  }

  /// Whether certificates stand in a format by their digests alone. Rules can say nothing of them
  /// until they are joined to bodies, and what is joined is searched for by its digest.
  private static boolean isByName(ScanFormat format, Carriage carriage) {
    return format.spec().order() != Order.SHOWS
        && carriage.subject() == Subject.CERTIFICATE
        && carriage.spelling() == Carriage.Spelling.APART;
  }

  private void fail(ScannedFile file, String why) {
    var part = new Part("", file.name());
    part.unreadable(Location.WHOLE, Reason.UNSUPPORTED, why);
    part.unreadables().forEach(results::unreadable);
  }

  /// One reading of one file.
  private final class Reading {
    private final ScannedFile file;
    private final Prefilter prefilter;
    private final Optional<Prefilter> before;
    private final Look look;
    private final List<Part> found = new ArrayList<>();

    Reading(ScannedFile file, Prefilter prefilter, Optional<Prefilter> before, Look look) {
      this.file = file;
      this.prefilter = prefilter;
      this.before = before;
      this.look = look;
    }

    void read() throws InterruptedException {
      try (var opened = file.open()) {
        switch (file.format()) {
          case FileFormat document ->
              new FileScan(document, request, look, before.isEmpty()).scan(opened, this::take);
          case LineFormat lines -> readLines(lines, opened);
        }
      } catch (IOException e) {
        file.fail("not readable: " + e.getMessage());
        fail(file, "not readable: " + e.getMessage());
      }
      // Only now, since other threads look at the ties while the file is read.
      found.forEach(ties::add);
    }

    private void readLines(LineFormat format, OpenedInput opened) throws InterruptedException {
      var time = FileTime.of(opened.head().name()).or(request::at);
      var beginning = new Beginning(file.name(), ScannedFile.firstLine(opened), time);
      var scan = new LineScan(format, beginning, prefilter, before, look);
      pipeline.scan(opened.stream(), scan, this::take);
    }

    private void take(Part part) {
      file.add(part.counts());
      part.certificates().forEach(results::certificate);
      part.hitCertificates().forEach(hit -> results.certificate(hit.certificate()));
      part.sightings().forEach(results::sighting);
      part.tied().forEach(tied::add);
      part.names().forEach(results::name);
      part.replies().forEach(results::reply);
      part.unreadables().forEach(results::unreadable);
      if (part.hasFound()) found.add(part);
    }
  }
}
