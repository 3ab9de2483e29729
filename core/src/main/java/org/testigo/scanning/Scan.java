package org.testigo.scanning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.testigo.model.Location;
import org.testigo.model.Unreadable.Reason;
import org.testigo.scans.ScanFormat.Order;

/// Scans data of the Internet for fingerprints.
///
/// Files that can show a hit by themselves are read first, in the order of their names, with all
/// rules at once. What is tied to the hits is looked for in a second reading: the same certificates
/// and keys elsewhere, the hosts of a certificate, names and replies of their addresses. The result
/// depends on the inputs alone, neither on their order nor on the number of threads.
public final class Scan {
  private final List<ScannedFile> files;
  private final ScanReader reader;
  private final ScanResults results;
  private final Ties ties = new Ties();
  private final TiedSightings tied = new TiedSightings();

  private Scan(List<ScannedFile> files, ScanReader reader, ScanResults results) {
    this.files = files.stream().sorted(Comparator.comparing(ScannedFile::name)).toList();
    this.reader = reader;
    this.results = results;
  }

  /// Scans all inputs with the threads of this machine.
  ///
  /// @throws InterruptedException when the caller was interrupted; nothing is left running
  public static ScanSummary run(ScanRequest request, ScanResults results)
      throws InterruptedException {
    try (var pipeline = new BlockPipeline(request.threads())) {
      var files =
          request.inputs().stream()
              .map(input -> new ScannedFile(input, request.formats()))
              .toList();
      return run(files, new LocalReader(request, pipeline), results);
    }
  }

  /// Scans files in the way of a reader.
  ///
  /// @throws InterruptedException when the caller was interrupted
  public static ScanSummary run(List<ScannedFile> files, ScanReader reader, ScanResults results)
      throws InterruptedException {
    return new Scan(files, reader, results).run();
  }

  private ScanSummary run() throws InterruptedException {
    for (ScannedFile file : files) file.refusal().ifPresent(why -> fail(file, why));
    read(Pass.FIRST, file -> file.is(Order.SHOWS));
    if (!ties.isEmpty()) read(Pass.AGAIN, file -> file.is(Order.SHOWS) && file.canTellMore());
    read(Pass.LATE, file -> file.is(Order.JOINS));
    read(Pass.LATE, file -> file.is(Order.TELLS_MORE));
    for (TiedSighting found : tied.narrow()) {
      found.chain().forEach(results::certificate);
      results.sighting(found.sighting());
    }
    return new ScanSummary(files.stream().map(ScannedFile::count).toList(), tied.wide());
  }

  private void read(Pass pass, Predicate<ScannedFile> which) throws InterruptedException {
    var left = new ArrayDeque<>(files.stream().filter(which).toList());
    while (!left.isEmpty()) reader.read(pass, ties, List.copyOf(left), new Taking(pass, left));
  }

  private void fail(ScannedFile file, String why) {
    var part = new Part("", file.name());
    part.unreadable(Location.WHOLE, Reason.UNSUPPORTED, why);
    part.unreadables().forEach(results::unreadable);
  }

  /// Takes the files of one pass.
  private final class Taking implements ScanReader.Taker {
    private final Pass pass;
    private final Deque<ScannedFile> left;
    private final List<Part> found = new ArrayList<>();

    Taking(Pass pass, Deque<ScannedFile> left) {
      this.pass = pass;
      this.left = left;
    }

    @Override
    public void part(Part part) {
      left.getFirst().add(part.counts());
      part.certificates().forEach(results::certificate);
      part.hitCertificates().forEach(hit -> results.certificate(hit.certificate()));
      part.sightings().forEach(results::sighting);
      tied.add(part);
      part.names().forEach(results::name);
      part.replies().forEach(results::reply);
      part.unreadables().forEach(results::unreadable);
      if (part.hasFound()) found.add(part);
    }

    @Override
    public void refuse(String why) {
      left.getFirst().fail(why);
      fail(left.getFirst(), why);
    }

    /// Only now, since others look at the ties while the file is read. What is tied does not matter
    /// in the first pass.
    @Override
    public boolean end() {
      left.removeFirst();
      boolean grew = false;
      for (Part part : found) grew |= ties.add(part);
      found.clear();
      return pass == Pass.FIRST || !grew;
    }
  }
}
