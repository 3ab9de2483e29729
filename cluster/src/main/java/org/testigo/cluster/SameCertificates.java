package org.testigo.cluster;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.testigo.cluster.Outcome.Body;
import org.testigo.cluster.Outcome.Found;
import org.testigo.scanning.Part;

/// Looks at certificates that stand alone, those of the same bytes once: where nothing came of the
/// first one, nothing comes of the others. All else is passed on.
final class SameCertificates implements Iterator<Outcome> {
  private final PassWork work;
  private final Iterator<Outcome> sorted;
  private String silent = "";
  private Optional<Outcome> next = Optional.empty();

  /// @param sorted by their keys
  SameCertificates(PassWork work, Iterator<Outcome> sorted) {
    this.work = work;
    this.sorted = sorted;
  }

  @Override
  public boolean hasNext() {
    while (next.isEmpty() && sorted.hasNext()) next = look(sorted.next());
    return next.isPresent();
  }

  @Override
  public Outcome next() {
    if (!hasNext()) throw new NoSuchElementException();
    var given = next.orElseThrow();
    next = Optional.empty();
    return given;
  }

  private Optional<Outcome> look(Outcome outcome) {
    if (!(outcome instanceof Body certificate)) return Optional.of(outcome);
    if (certificate.key().sha256().equals(silent)) return Optional.empty();
    var file = work.file(certificate.key().file());
    var part = new Part(file.format(), file.name());
    work.scan().certificate(certificate.body(), part);
    if (!part.isEmpty()) return Optional.of(new Found(certificate.key(), part.bytes()));
    silent = certificate.key().sha256();
    return Optional.empty();
  }
}
