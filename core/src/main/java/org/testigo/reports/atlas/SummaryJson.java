package org.testigo.reports.atlas;

import java.io.OutputStream;
import java.util.EnumMap;
import java.util.TreeMap;
import org.testigo.infrastructure.Address;
import org.testigo.infrastructure.Atlas;
import org.testigo.infrastructure.CountryView;
import org.testigo.infrastructure.CustomerSign;
import org.testigo.infrastructure.Grade;
import org.testigo.infrastructure.MatchedClaim;
import org.testigo.infrastructure.ProxySuspicion;
import org.testigo.infrastructure.Reprovision;
import org.testigo.infrastructure.Role;
import org.testigo.reports.JsonLines;

/// Writes `summary.json`: the numbers of an atlas, the view of each country, and what was read. Its
/// schema is `docs/reference/atlas-summary.schema.json`.
public final class SummaryJson {
  static final int SCHEMA_VERSION = 1;

  private final Atlas atlas;
  private final Making making;
  private final JsonLines json;

  private SummaryJson(Atlas atlas, Making making, JsonLines json) {
    this.atlas = atlas;
    this.making = making;
    this.json = json;
  }

  /// @param redaction hides addresses in what is written
  public static void write(Atlas atlas, Making making, Redaction redaction, OutputStream out) {
    try (var json = new JsonLines(redaction.over(out))) {
      json.object(object -> new SummaryJson(atlas, making, json).content());
    }
  }

  private void content() {
    json.number("schemaVersion", SCHEMA_VERSION);
    json.number("addresses", atlas.addresses().size())
        .number("hosts", atlas.hosts().size())
        .number("clusters", atlas.clusters().size())
        .number("certificates", atlas.certificates().size())
        .number("banners", atlas.counts().banners());
    json.number("lines_read", making.read())
        .number("lines_decoded", making.decoded())
        .number("lines_refused", making.refused());
    json.text("as_of", atlas.asOf().toString());
    Shown.period(atlas.seen(), json);
    json.number("active", atlas.addresses().stream().filter(Address::isActive).count());
    json.number("unlinked", atlas.addresses().stream().filter(a -> a.cluster().isEmpty()).count());
    json.inside("sightings", inside -> sightings());
    json.inside("grades", inside -> grades());
    json.inside("roles", inside -> roles());
    json.inside("families", inside -> families());
    json.list("countries", atlas.countries(), this::country);
    json.list("proxy_suspicions", atlas.suspicions(), this::suspicion);
    json.list("customer_signs", atlas.customers(), this::customer);
    json.list("claims", atlas.claims(), this::claim);
    json.list("after_reports", atlas.reprovisions(), this::reprovision);
    json.list("inputs", making.inputs(), this::input);
    json.number("fingerprints", making.fingerprints()).texts("gaps", making.gaps());
    json.inside("networks", inside -> networks());
    json.inside("tool", tool -> tool.text("name", "testigo").text("version", making.toolVersion()));
  }

  private void sightings() {
    var counts = atlas.counts();
    json.number("rows", counts.sightings())
        .number("distinct", counts.distinctSightings())
        .number("answers", counts.answerSightings())
        .number("distinct_answers", counts.distinctAnswerSightings())
        .number("addresses_not_recognised", counts.notRecognised());
  }

  private void grades() {
    var counts = new EnumMap<Grade, Integer>(Grade.class);
    for (Address address : atlas.addresses())
      address.grade().ifPresent(graded -> counts.merge(graded.grade(), 1, Integer::sum));
    for (Grade grade : Grade.values()) json.number(grade.word(), counts.getOrDefault(grade, 0));
  }

  private void roles() {
    var counts = new EnumMap<Role, Integer>(Role.class);
    for (Address address : atlas.addresses()) counts.merge(address.role().role(), 1, Integer::sum);
    for (Role role : Role.values()) json.number(role.word(), counts.getOrDefault(role, 0));
  }

  private void families() {
    var counts = new TreeMap<String, Integer>();
    for (Address address : atlas.addresses())
      for (String family : address.families()) counts.merge(family, 1, Integer::sum);
    counts.forEach(json::number);
  }

  private void country(CountryView view) {
    json.text("country", view.country())
        .number("addresses", view.addresses().size())
        .number("hosts", view.hosts())
        .number("active", view.activeAddresses())
        .number("unlinked", view.unlinked().size());
    json.texts("ips", view.addresses().stream().map(Object::toString).toList());
    json.list(
        "clusters",
        view.clusters(),
        here ->
            json.text("cluster", here.cluster())
                .number("addresses", here.addresses())
                .number("active", here.activeAddresses()));
    json.list("customer_signs", view.customersHere(), this::customer);
    json.list("claims", view.claims(), matched -> Shown.claim(matched.claim(), json));
  }

  private void suspicion(ProxySuspicion suspicion) {
    json.text("ip", suspicion.address().toString())
        .text("generated_for", suspicion.generatedFor())
        .text("served_from", suspicion.servedFrom())
        .text("basis", word(suspicion.basis()))
        .text("quoted", suspicion.quoted())
        .text("file", suspicion.source().file())
        .number("entry", suspicion.source().entry());
  }

  private void customer(CustomerSign sign) {
    json.text("ip", sign.address().toString())
        .text("country", sign.country())
        .text("basis", word(sign.basis()))
        .text("quoted", sign.quoted())
        .text("file", sign.source().file())
        .number("entry", sign.source().entry());
  }

  private static String word(Enum<?> basis) {
    return basis.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private void claim(MatchedClaim matched) {
    Shown.claim(matched.claim(), json);
    json.texts("addresses", matched.addresses().stream().map(Object::toString).toList());
    json.texts("clusters", matched.clusters());
  }

  private void reprovision(Reprovision after) {
    json.text("report", after.report())
        .text("date", after.date().toString())
        .text("url", after.url())
        .text("cluster", after.cluster())
        .text("certificate", after.certificate());
    json.texts("addresses", after.addresses().stream().map(Object::toString).toList());
  }

  private void input(Making.Input input) {
    json.text("name", input.name())
        .text("format", input.format())
        .number("read", input.read())
        .number("decoded", input.decoded())
        .number("refused", input.refused())
        .text("refusal", input.refusal());
  }

  private void networks() {
    json.text("credit", atlas.networks().credit())
        .text("date", atlas.networks().date().map(Object::toString).orElse(""))
        .truth("younger_than_the_data", atlas.networks().isYounger());
  }
}
