package org.testigo.scanning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import org.testigo.model.Location;
import org.testigo.model.Source;
import org.testigo.model.Unreadable;
import org.testigo.model.Unreadable.Reason;
import org.testigo.model.scan.NameResolution;
import org.testigo.model.scan.ProbeReply;
import org.testigo.model.scan.ScanSource;
import org.testigo.model.scan.Sighting;
import org.testigo.model.scan.X509Certificate;

/// What a part of a file gave. Filled by one thread, then handed on.
public final class Part {
  /// How many faults of one part are told one by one; the others are counted.
  private static final int MAX_TOLD = 1_000;

  /// What is sent of a part from one machine to another.
  record Content(
      String format,
      String file,
      List<Sighting> sightings,
      List<X509Certificate> certificates,
      List<HitCertificate> hitCertificates,
      List<TiedSighting> tied,
      Map<String, Integer> tiesLeftOut,
      List<NameResolution> names,
      List<ProbeReply> replies,
      List<Unreadable> unreadables,
      Counts counts) {}

  private final String format;
  private final String file;
  private final List<Sighting> sightings = new ArrayList<>();
  private final List<X509Certificate> certificates = new ArrayList<>();
  private final List<HitCertificate> hitCertificates = new ArrayList<>();
  private final List<TiedSighting> tied = new ArrayList<>();
  private final List<NameResolution> names = new ArrayList<>();
  private final List<ProbeReply> replies = new ArrayList<>();
  private final List<Unreadable> unreadables = new ArrayList<>();
  private Map<String, Integer> tiesLeftOut = Map.of();
  private Counts counts = Counts.NONE;

  /// @param format the id of the format, empty where none is known
  public Part(String format, String file) {
    this.format = format;
    this.file = file;
  }

  List<Sighting> sightings() {
    return sightings;
  }

  /// The certificates of the sightings.
  List<X509Certificate> certificates() {
    return certificates;
  }

  /// Certificates that matched without the address that showed them.
  List<HitCertificate> hitCertificates() {
    return hitCertificates;
  }

  List<TiedSighting> tied() {
    return tied;
  }

  /// Ties of sightings that were left out, since far too many have them, and how often each was
  /// met.
  Map<String, Integer> tiesLeftOut() {
    return tiesLeftOut;
  }

  List<NameResolution> names() {
    return names;
  }

  List<ProbeReply> replies() {
    return replies;
  }

  /// What could not be read.
  public List<Unreadable> unreadables() {
    return unreadables;
  }

  public Counts counts() {
    return counts;
  }

  /// Whether nothing was found, counted or told.
  public boolean isEmpty() {
    return !hasFound()
        && tied.isEmpty()
        && replies.isEmpty()
        && unreadables.isEmpty()
        && counts.equals(Counts.NONE);
  }

  /// Takes all of a part that comes behind this one in the same file, but for sightings that only
  /// ties would give.
  void addAllButTied(Part more) {
    sightings.addAll(more.sightings);
    certificates.addAll(more.certificates);
    hitCertificates.addAll(more.hitCertificates);
    names.addAll(more.names);
    replies.addAll(more.replies);
    counts = counts.plus(more.counts);
    more.unreadables.forEach(this::unreadable);
  }

  void tied(TiedSightings gathered) {
    tied.addAll(gathered.gathered());
    tiesLeftOut = Map.copyOf(gathered.leftOut());
  }

  /// All of it, for another machine that runs the same version.
  public byte[] bytes() {
    return RecordBytes.write(
        new Content(
            format,
            file,
            sightings,
            certificates,
            hitCertificates,
            tied,
            tiesLeftOut,
            names,
            replies,
            unreadables,
            counts));
  }

  /// A part from its [#bytes()].
  ///
  /// @param lines turns the number of a line as the part tells it into that in the file
  public static Part of(byte[] bytes, LongUnaryOperator lines) {
    var content = RecordBytes.read(Content.class, bytes, lines);
    var part = new Part(content.format(), content.file());
    part.sightings.addAll(content.sightings());
    part.certificates.addAll(content.certificates());
    part.hitCertificates.addAll(content.hitCertificates());
    part.tied.addAll(content.tied());
    part.tiesLeftOut = content.tiesLeftOut();
    part.names.addAll(content.names());
    part.replies.addAll(content.replies());
    part.unreadables.addAll(content.unreadables());
    part.counts = content.counts();
    return part;
  }

  /// Whether something is in it that others may be tied to.
  boolean hasFound() {
    return !sightings.isEmpty() || !hitCertificates.isEmpty() || !names.isEmpty();
  }

  void sighting(Sighting sighting, List<X509Certificate> chain) {
    sightings.add(sighting);
    certificates.addAll(chain);
  }

  void hitCertificate(HitCertificate certificate) {
    hitCertificates.add(certificate);
  }

  void tied(TiedSighting sighting) {
    tied.add(sighting);
  }

  void name(NameResolution name) {
    names.add(name);
  }

  void reply(ProbeReply reply) {
    replies.add(reply);
  }

  void count(long read, long decoded, long refused) {
    counts = counts.plus(new Counts(read, decoded, refused, 0));
  }

  /// Takes why a rule could not be held against an entry.
  Consumer<String> troubles(ScanSource source) {
    return why -> unreadable(new Location.Line(source.entry()), Reason.LIMIT, why);
  }

  void unreadable(Location location, Reason reason, String detail) {
    unreadable(new Unreadable(new Source(format, file, location), reason, detail));
  }

  void unreadable(Unreadable unreadable) {
    if (unreadables.size() < MAX_TOLD) unreadables.add(unreadable);
    else counts = counts.plus(new Counts(0, 0, 0, 1));
  }
}
