package org.testigo.reports.atlas;

import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.testigo.infrastructure.Address;
import org.testigo.infrastructure.Atlas;
import org.testigo.infrastructure.Claim;
import org.testigo.infrastructure.Cluster;
import org.testigo.infrastructure.Period;
import org.testigo.model.IpAddress;
import org.testigo.model.Text;
import org.testigo.reports.JsonLines;
import org.testigo.reports.Words;

/// Writes `indicators.stix2`, a bundle of STIX 2.1: for each cluster, and for each address without
/// one, an `infrastructure`; for each address its observable, an `indicator` and a `sighting` with
/// dates and confidence; what was published as `note`s. It loads with `--packs` and in any program
/// that reads STIX.
///
/// Times of making are the atlas's day, so that equal atlases give equal bytes. An address changes
/// hands: its indicator says until when it holds. Hidden addresses have no indicator.
///
/// Known from: <https://docs.oasis-open.org/cti/stix/v2.1/stix-v2.1.html>.
final class StixBundle {
  /// After the last sighting.
  private static final int VALID_DAYS = 90;

  private final Atlas atlas;
  private final Words words;
  private final Redaction redaction;
  private final JsonLines json;
  private final String made;
  private final Map<IpAddress, Address> addresses = new HashMap<>();

  private StixBundle(Atlas atlas, Words words, Redaction redaction, JsonLines json) {
    this.atlas = atlas;
    this.words = words;
    this.redaction = redaction;
    this.json = json;
    made = instant(atlas.asOf());
    for (Address address : atlas.addresses()) addresses.put(address.ip(), address);
  }

  private record StixObject(Runnable content) {}

  static void write(Atlas atlas, Words words, Redaction redaction, OutputStream out) {
    try (var json = new JsonLines(redaction.over(out))) {
      json.object(object -> new StixBundle(atlas, words, redaction, object).bundle());
    }
  }

  private void bundle() {
    var objects = new ArrayList<StixObject>();
    objects.add(new StixObject(this::identity));
    var families = new TreeSet<String>();
    atlas.addresses().forEach(address -> families.addAll(address.families()));
    families.forEach(family -> objects.add(new StixObject(() -> malware(family))));
    atlas.clusters().forEach(cluster -> cluster(cluster, objects));
    for (Address address : atlas.addresses()) {
      if (address.cluster().isEmpty()) unlinked(address, objects);
      if (!redaction.hides(address.ip())) address(address, objects);
    }
    json.text("type", "bundle").text("id", StixId.of("bundle", content()));
    json.list("objects", objects, object -> object.content().run());
  }

  /// What tells this bundle from that of another atlas.
  private String content() {
    return atlas.asOf()
        + "|"
        + atlas.addresses().size()
        + "|"
        + atlas.seen()
        + "|"
        + atlas.addresses().stream().map(address -> redaction.shown(address.ip())).toList();
  }

  private void common(String type, String id) {
    json.text("type", type).text("spec_version", "2.1").text("id", id);
    if (!type.equals("identity")) json.text("created_by_ref", StixId.of("identity", "testigo"));
    json.text("created", made).text("modified", made);
  }

  private void identity() {
    common("identity", StixId.of("identity", "testigo"));
    json.text("name", "Testigo").text("identity_class", "system");
  }

  private void malware(String family) {
    common("malware", StixId.of("malware", family));
    json.text("name", family).truth("is_family", true);
    json.texts("malware_types", List.of("spyware"));
  }

  private void cluster(Cluster cluster, List<StixObject> objects) {
    String id = StixId.of("infrastructure", key(cluster));
    objects.add(
        new StixObject(() ->
            infrastructure(
                id,
                say("stix-cluster", cluster.id(), cluster.addresses().size()),
                cluster.seen())));
    for (String family : cluster.families())
      relationship(objects, id, "controls", StixId.of("malware", family));
    for (IpAddress ip : cluster.addresses())
      if (!redaction.hides(ip)) relationship(objects, id, "consists-of", observable(ip));
    for (Cluster.ChainLink hop : cluster.chain())
      if (!redaction.hides(hop.to()) && addresses.containsKey(hop.to()))
        relationship(objects, id, "communicates-with", observable(hop.to()));
    notes(cluster.claims(), id, objects);
  }

  /// The same for the same certificates, however the clusters are numbered.
  private static String key(Cluster cluster) {
    return String.join("|", cluster.certificates());
  }

  private void unlinked(Address address, List<StixObject> objects) {
    String id = ofUnlinked(address);
    objects.add(
        new StixObject(() ->
            infrastructure(id, say("stix-unlinked", address.ip().toString()), address.seen())));
    for (String family : address.families())
      relationship(objects, id, "controls", StixId.of("malware", family));
    if (!redaction.hides(address.ip()))
      relationship(objects, id, "consists-of", observable(address.ip()));
    notes(address.claims(), id, objects);
  }

  /// An id that is made of a hidden address would tell it to whoever tries all.
  private String ofUnlinked(Address address) {
    boolean isHidden = redaction.hides(address.ip());
    return StixId.of(
        "infrastructure", isHidden ? atlas.asOf() + address.host() : "unlinked|" + address.ip());
  }

  private void infrastructure(String id, String name, Optional<Period> seen) {
    common("infrastructure", id);
    json.text("name", name).texts("infrastructure_types", List.of("command-and-control"));
    seen.ifPresent(period ->
        json.text("first_seen", instant(period.first().at()))
            .text("last_seen", instant(period.last().at())));
  }

  private void address(Address address, List<StixObject> objects) {
    objects.add(
        new StixObject(() ->
            json.text("type", type(address.ip()))
                .text("spec_version", "2.1")
                .text("id", observable(address.ip()))
                .text("value", address.ip().toString())));
    String indicator = StixId.of("indicator", address.ip().toString());
    objects.add(new StixObject(() -> indicator(address, indicator)));
    relationship(objects, indicator, "based-on", observable(address.ip()));
    relationship(objects, indicator, "indicates", infrastructureOf(address));
    for (String family : address.families())
      relationship(objects, indicator, "indicates", StixId.of("malware", family));
    objects.add(new StixObject(() -> sighting(address, indicator)));
  }

  private String infrastructureOf(Address address) {
    return atlas.clusters().isEmpty() || address.cluster().isEmpty()
        ? ofUnlinked(address)
        : StixId.of("infrastructure", Objects.requireNonNull(keys().get(address.cluster())));
  }

  private Map<String, String> keysById = Map.of();

  private Map<String, String> keys() {
    if (keysById.isEmpty()) {
      var keys = new HashMap<String, String>();
      atlas.clusters().forEach(cluster -> keys.put(cluster.id(), key(cluster)));
      keysById = keys;
    }
    return keysById;
  }

  private void indicator(Address address, String id) {
    common("indicator", id);
    String families = String.join(", ", address.families());
    json.text("name", families.isEmpty() ? say("stix-tied") : families);
    json.text("description", address.grade().map(g -> words.say(g.because())).orElse(""));
    json.texts("indicator_types", List.of("malicious-activity"));
    json.text("pattern", "[%s:value = '%s']".formatted(type(address.ip()), address.ip()));
    json.text("pattern_type", "stix").text("pattern_version", "2.1");
    json.text("valid_from", address.seen().map(seen -> instant(seen.first().at())).orElse(made));
    address
        .seen()
        .ifPresent(seen -> json.text("valid_until", instant(seen.lastDay().plusDays(VALID_DAYS))));
    json.number("confidence", confidence(address));
  }

  private void sighting(Address address, String indicator) {
    common("sighting", StixId.of("sighting", address.ip().toString()));
    json.text("sighting_of_ref", indicator);
    address
        .seen()
        .ifPresent(seen ->
            json.text("first_seen", instant(seen.first().at()))
                .text("last_seen", instant(seen.last().at())));
    json.number("count", address.sightings()).number("confidence", confidence(address));
  }

  /// By the grade; what only a certificate ties is as good as the tie.
  private static int confidence(Address address) {
    return address
        .grade()
        .map(graded ->
            switch (graded.grade()) {
              case AGREEING -> 85;
              case CORROBORATED -> 75;
              case REPEATED -> 50;
              case SINGLE -> 25;
            })
        .orElse(40);
  }

  private void notes(List<Claim> claims, String about, List<StixObject> objects) {
    for (Claim claim : claims)
      objects.add(
          new StixObject(() -> {
            common("note", StixId.of("note", about + "|" + claim));
            json.text(
                "content",
                words.say(
                    AtlasFiles.class,
                    "stix-claim",
                    claim.subject(),
                    claim.predicate(),
                    claim.object(),
                    claim.report(),
                    claim.date().map(Object::toString).orElse("–"),
                    claim.url()));
            json.texts("authors", List.of(claim.report()));
            json.texts("object_refs", List.of(about));
          }));
  }

  private void relationship(List<StixObject> objects, String from, String kind, String to) {
    objects.add(
        new StixObject(() -> {
          common("relationship", StixId.of("relationship", from + kind + to));
          json.text("relationship_type", kind).text("source_ref", from).text("target_ref", to);
        }));
  }

  private String say(String key, Object... arguments) {
    return words.say(Text.of(AtlasFiles.class, key, arguments));
  }

  private static String type(IpAddress ip) {
    return ip.v6() ? "ipv6-addr" : "ipv4-addr";
  }

  private static String observable(IpAddress ip) {
    return StixId.ofValue(type(ip), ip.toString());
  }

  private static String instant(LocalDate day) {
    return instant(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /// With milliseconds, as the specification's examples have it.
  private static String instant(Instant at) {
    return java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
        .withZone(ZoneOffset.UTC)
        .format(at);
  }
}
