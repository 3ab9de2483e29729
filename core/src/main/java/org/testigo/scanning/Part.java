package org.testigo.scanning;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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
final class Part {
  /// How many faults of one part are told one by one; the others are counted.
  private static final int MAX_TOLD = 1_000;

  private final String format;
  private final String file;
  private final List<Sighting> sightings = new ArrayList<>();
  private final List<X509Certificate> certificates = new ArrayList<>();
  private final List<HitCertificate> hitCertificates = new ArrayList<>();
  private final List<TiedSighting> tied = new ArrayList<>();
  private final List<NameResolution> names = new ArrayList<>();
  private final List<ProbeReply> replies = new ArrayList<>();
  private final List<Unreadable> unreadables = new ArrayList<>();
  private Counts counts = Counts.NONE;

  /// @param format the id of the format, empty where none is known
  Part(String format, String file) {
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

  List<NameResolution> names() {
    return names;
  }

  List<ProbeReply> replies() {
    return replies;
  }

  List<Unreadable> unreadables() {
    return unreadables;
  }

  Counts counts() {
    return counts;
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
