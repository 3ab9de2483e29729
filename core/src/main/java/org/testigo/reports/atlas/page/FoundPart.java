package org.testigo.reports.atlas.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.testigo.infrastructure.Address;
import org.testigo.infrastructure.Grade;
import org.testigo.infrastructure.Role;
import org.testigo.reports.html.Tables;

/// The first screen: what was found in one sentence, what it rests on, what could not be seen, and
/// what to do now.
final class FoundPart {
  private final Sheet sheet;
  private final AtlasPage.Making making;

  FoundPart(Sheet sheet, AtlasPage.Making making) {
    this.sheet = sheet;
    this.making = making;
  }

  void write() {
    var html = sheet.html();
    var atlas = sheet.atlas();
    html.open("section", "id", "found");
    html.element("h1", headline());
    html.element("p", basis(), "class", "basis");
    families();
    html.open("div", "class", "columns").open("div");
    html.element("h2", sheet.say("not-seen")).items("ul", notSeen());
    html.close().open("div");
    html.element("h2", sheet.say("what-now")).items("ul", steps());
    html.close().close();
    if (!atlas.addresses().isEmpty()) grades();
    if (!making.gaps().isEmpty()) gaps();
    html.close();
  }

  private String headline() {
    var atlas = sheet.atlas();
    if (atlas.addresses().isEmpty()) return sheet.say("headline-none");
    var hosts = atlas.hosts().size();
    var countries = atlas.countries().stream().filter(view -> !view.country().isEmpty()).count();
    return sheet.say("headline", hosts, countries, atlas.clusters().size());
  }

  private String basis() {
    long read = making.inputs().stream().mapToLong(AtlasPage.Input::read).sum();
    long refused = making.inputs().stream().mapToLong(AtlasPage.Input::refused).sum();
    return sheet.say(
        "basis",
        sheet.number(read),
        sheet.number(refused),
        making.fingerprints(),
        sheet.number(sheet.atlas().counts().distinctSightings()),
        sheet.number(sheet.atlas().addresses().size()));
  }

  private void families() {
    Map<String, Integer> families = new TreeMap<>();
    for (Address address : sheet.atlas().addresses())
      for (String family : address.families()) families.merge(family, 1, Integer::sum);
    if (families.isEmpty()) return;
    var texts = new ArrayList<String>();
    families.forEach(
        (family, count) -> texts.add(sheet.say("family-count", sheet.family(family), count)));
    sheet.html().items("ul", texts, "class", "chips");
  }

  private List<String> notSeen() {
    var texts = new ArrayList<String>();
    var atlas = sheet.atlas();
    var source = atlas.networks();
    if (!source.credit().isEmpty()) {
      var date = source.date().map(sheet::inWords).orElse("?");
      texts.add(sheet.say(source.isYounger() ? "place-younger" : "place", date));
    }
    long unlinked = atlas.addresses().stream().filter(one -> one.cluster().isEmpty()).count();
    if (unlinked > 0) texts.add(sheet.say("unlinked", unlinked));
    long unknown =
        atlas.addresses().stream().filter(one -> one.role().role() == Role.UNKNOWN).count();
    if (unknown > 0) texts.add(sheet.say("roles-unknown", unknown));
    texts.add(sheet.say("no-government"));
    texts.add(sheet.say("only-scanned"));
    return texts;
  }

  private List<String> steps() {
    return List.of(
        sheet.say("step.check"), sheet.say("step.do-not-contact"), sheet.say("step.packs"));
  }

  private void grades() {
    var counts = new EnumMap<Grade, Integer>(Grade.class);
    int tied = 0;
    for (Address address : sheet.atlas().addresses()) {
      if (address.grade().isEmpty()) tied++;
      else counts.merge(address.grade().get().grade(), 1, Integer::sum);
    }
    var tables = sheet.tables();
    tables.begin(sheet.say("grades"), List.of(sheet.say("grade"), sheet.say("addresses")));
    for (Grade grade : Grade.values()) {
      int count = counts.getOrDefault(grade, 0);
      tables.row("", Tables.words(sheet.say("grade." + grade.word())), sheet.count(count));
    }
    tables.row("", Tables.words(sheet.say("grade.tied")), sheet.count(tied));
    tables.end();
  }

  private void gaps() {
    var html = sheet.html();
    html.open("div", "class", "gaps").element("h2", sheet.say("gaps"));
    html.items("ul", making.gaps()).close();
  }
}
