package org.testigo.cluster;

import java.util.ArrayList;
import java.util.List;
import org.testigo.infrastructure.Atlas;
import org.testigo.infrastructure.AtlasBuilder;
import org.testigo.infrastructure.AtlasRequest;
import org.testigo.model.Unreadable;
import org.testigo.model.scan.NameResolution;
import org.testigo.model.scan.ProbeReply;
import org.testigo.model.scan.Sighting;
import org.testigo.model.scan.X509Certificate;
import org.testigo.scanning.ScanResults;

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

  /// The atlas of what was found.
  Atlas atlas() {
    var builder = new AtlasBuilder(AtlasRequest.plain());
    certificates.forEach(builder::certificate);
    sightings.forEach(builder::sighting);
    names.forEach(builder::name);
    replies.forEach(builder::reply);
    return builder.build();
  }

  /// The sightings as one line each.
  List<String> lines() {
    return sightings.stream().map(Sighting::toString).sorted().toList();
  }
}
