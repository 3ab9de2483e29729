package org.testigo.reports.atlas;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import org.testigo.cases.CaseFolder;
import org.testigo.infrastructure.Atlas;
import org.testigo.reports.Words;
import org.testigo.reports.atlas.page.AtlasPage;

/// Writes every file of an atlas that equal input makes equal, but `hits.jsonl`, which [HitSpool]
/// writes.
public final class AtlasFiles {
  public static final String PAGE = "atlas.html";
  public static final String SUMMARY = "summary.json";
  public static final String HITS = "hits.jsonl";
  public static final String INDICATORS = "indicators.stix2";

  private AtlasFiles() {}

  public static void write(
      Atlas atlas, Making making, Words words, Redaction redaction, CaseFolder folder)
      throws IOException {
    file(folder, "addresses.csv", redaction, out -> AddressesCsv.write(atlas, out));
    file(folder, "hosts.csv", redaction, out -> HostsCsv.write(atlas, words, out));
    file(folder, "clusters.json", redaction, out -> ClustersJson.write(atlas, words, out));
    file(
        folder,
        INDICATORS,
        Redaction.none(),
        out -> StixBundle.write(atlas, words, redaction, out));
    file(folder, "atlas.graphml", redaction, out -> GraphMl.write(atlas, words, out));
    file(folder, "atlas.dot", redaction, out -> Dot.write(atlas, out));
    file(folder, PAGE, redaction, out -> page(atlas, making, words, redaction, out));
    file(
        folder, SUMMARY, Redaction.none(), out -> SummaryJson.write(atlas, making, redaction, out));
  }

  private static void page(
      Atlas atlas, Making making, Words words, Redaction redaction, OutputStream out) {
    var inputs =
        making.inputs().stream()
            .map(input ->
                new AtlasPage.Input(
                    input.name(), input.format(), input.read(), input.decoded(), input.refused()))
            .toList();
    var shown =
        new AtlasPage.Making(making.toolVersion(), inputs, making.fingerprints(), making.gaps());
    AtlasPage.write(atlas, shown, words, redaction::shown, out);
  }

  private static void file(
      CaseFolder folder, String name, Redaction redaction, Consumer<OutputStream> content)
      throws IOException {
    content.accept(
        new BufferedOutputStream(
            redaction.over(new BufferedOutputStream(folder.begin(name), 1 << 16)), 1 << 16));
    folder.keep(name);
  }
}
