package org.testigo.scanning;

import java.util.ArrayList;
import java.util.List;
import org.testigo.model.Unreadable;
import org.testigo.model.scan.NameResolution;
import org.testigo.model.scan.ProbeReply;
import org.testigo.model.scan.Sighting;
import org.testigo.model.scan.X509Certificate;

/// Keeps everything that a scan gives.
final class Gathered implements ScanResults {
  final List<Sighting> sightings = new ArrayList<>();
  final List<X509Certificate> certificates = new ArrayList<>();
  final List<NameResolution> names = new ArrayList<>();
  final List<ProbeReply> replies = new ArrayList<>();
  final List<Unreadable> unreadables = new ArrayList<>();

  @Override
  public void sighting(Sighting sighting) {
    sightings.add(sighting);
  }

  @Override
  public void certificate(X509Certificate certificate) {
    certificates.add(certificate);
  }

  @Override
  public void name(NameResolution name) {
    names.add(name);
  }

  @Override
  public void reply(ProbeReply reply) {
    replies.add(reply);
  }

  @Override
  public void unreadable(Unreadable unreadable) {
    unreadables.add(unreadable);
  }

  List<String> endpoints() {
    return sightings.stream()
        .map(seen -> seen.endpoint().address() + ":" + seen.endpoint().port())
        .toList();
  }

  List<String> faults() {
    return unreadables.stream()
        .map(fault ->
            "%s %s: %s".formatted(fault.source().location(), fault.reason(), fault.detail()))
        .toList();
  }
}
