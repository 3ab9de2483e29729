package org.testigo.cluster;

import org.testigo.infrastructure.AtlasBuilder;
import org.testigo.model.Unreadable;
import org.testigo.model.scan.NameResolution;
import org.testigo.model.scan.ProbeReply;
import org.testigo.model.scan.Sighting;
import org.testigo.model.scan.X509Certificate;
import org.testigo.reports.atlas.AtlasGaps;
import org.testigo.reports.atlas.HitSpool;
import org.testigo.scanning.ScanResults;

/// Hands what a scan gives to the atlas, to the list of hits, to the list of gaps and to the
/// tables.
record TraceResults(AtlasBuilder atlas, HitSpool hits, AtlasGaps gaps, FoundTables tables)
    implements ScanResults {

  @Override
  public void sighting(Sighting sighting) {
    atlas.sighting(sighting);
    hits.add(sighting);
    tables.sighting(sighting);
  }

  @Override
  public void certificate(X509Certificate certificate) {
    atlas.certificate(certificate);
    tables.certificate(certificate);
  }

  @Override
  public void name(NameResolution name) {
    atlas.name(name);
  }

  @Override
  public void reply(ProbeReply reply) {
    atlas.reply(reply);
  }

  @Override
  public void unreadable(Unreadable unreadable) {
    gaps.add(unreadable);
    tables.unreadable(unreadable);
  }
}
