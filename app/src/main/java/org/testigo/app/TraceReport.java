package org.testigo.app;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.testigo.cases.CaseFolder;
import org.testigo.infrastructure.Address;
import org.testigo.infrastructure.Atlas;
import org.testigo.infrastructure.Cluster;
import org.testigo.infrastructure.CountryView;
import org.testigo.infrastructure.Period;
import org.testigo.reports.Inert;
import org.testigo.reports.Words;
import org.testigo.reports.atlas.AtlasFiles;
import org.testigo.reports.atlas.Making;
import org.testigo.reports.atlas.Redaction;
import org.testigo.reports.atlas.SummaryJson;

/// Tells a person on the console what a tracing found and what it rests on, or a program as JSON.
record TraceReport(Console console, Words words, Atlas atlas, Making making, Redaction redaction) {
  private static final int LARGEST = 5;

  void print(List<String> notes, CaseFolder folder, boolean json) {
    if (json) {
      SummaryJson.write(atlas, making, redaction, new Unclosed(console.out()));
      console.out().flush();
      return;
    }
    data(atlas.addresses().isEmpty() ? "nothing" : "found", found());
    for (Making.Input input : making.inputs()) input(input);
    if (!atlas.addresses().isEmpty()) details();
    for (String note : notes) console.data("  " + Inert.visible(note));
    for (String gap : making.gaps()) console.data("  ! " + Inert.visible(gap));
    data("page-at", folder.path().resolve(AtlasFiles.PAGE).toString());
  }

  private void data(String key, Object... arguments) {
    console.data(words.say(TraceRun.class, key, arguments));
  }

  private void item(String key, Object... arguments) {
    console.data("  " + words.say(TraceRun.class, key, arguments));
  }

  private Object[] found() {
    return new Object[] {
      atlas.addresses().size(), atlas.hosts().size(), atlas.clusters().size(), making.fingerprints()
    };
  }

  private void input(Making.Input input) {
    if (!input.refusal().isEmpty()) {
      item("input-refused", Inert.visible(input.name()), Inert.visible(input.refusal()));
      return;
    }
    item(
        "input",
        Inert.visible(input.name()),
        input.format(),
        input.read(),
        input.decoded(),
        input.refused());
  }

  private void details() {
    var counts = atlas.counts();
    item("sightings", counts.sightings(), counts.distinctSightings());
    item("families", families());
    atlas
        .seen()
        .ifPresent(seen -> item("seen", seen.firstDay().toString(), seen.lastDay().toString()));
    long active = atlas.addresses().stream().filter(Address::isActive).count();
    item("active", atlas.asOf().toString(), active);
    long unlinked = atlas.addresses().stream().filter(a -> a.cluster().isEmpty()).count();
    item("unlinked", unlinked);
    if (!atlas.clusters().isEmpty()) item("largest", largest());
    if (!countries().isEmpty()) item("countries", countries());
    if (!countries().isEmpty() && atlas.networks().isYounger())
      item("networks-younger", atlas.networks().date().map(Object::toString).orElse(""));
    if (!atlas.suspicions().isEmpty()) item("suspicions", atlas.suspicions().size());
    if (!atlas.claims().isEmpty()) item("claims", atlas.claims().size());
    if (!atlas.reprovisions().isEmpty()) item("after-reports", atlas.reprovisions().size());
  }

  private String families() {
    return atlas.addresses().stream()
        .flatMap(address -> address.families().stream())
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private String largest() {
    return atlas.clusters().stream()
        .limit(LARGEST)
        .map(this::cluster)
        .collect(Collectors.joining("; "));
  }

  private String cluster(Cluster cluster) {
    Optional<Period> seen = cluster.seen();
    return words.say(
        TraceRun.class,
        "cluster",
        cluster.id(),
        cluster.addresses().size(),
        seen.map(period -> period.firstDay().toString()).orElse("–"),
        seen.map(period -> period.lastDay().toString()).orElse("–"));
  }

  private String countries() {
    return atlas.countries().stream()
        .filter(view -> !view.addresses().isEmpty())
        .sorted(
            java.util.Comparator.comparingInt((CountryView view) -> -view.addresses().size())
                .thenComparing(CountryView::country))
        .map(view -> view.country() + " " + view.addresses().size())
        .collect(Collectors.joining(", "));
  }

  /// The console's stream, which outlives what is written to it.
  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      out.flush();
    }
  }
}
