package org.testigo.indicators.patterns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An `observed-data` object of STIX: of 2.0 with its objects inside, of 2.1 with references to
/// other objects of the bundle.
///
/// @param ids of the observed objects
/// @param all by id, also what is only referred to
record ObservedData(
    Instant first, Instant last, long numberObserved, List<String> ids, Map<String, StixNode> all)
    implements ObservationView {

  /// The observations of a list of `observed-data` objects, or of bundles that hold them; the same
  /// id twice is the same observation.
  static List<ObservedData> read(StixNode list) {
    List<ObservedData> observations = new ArrayList<>();
    var seen = new HashSet<String>();
    for (var element : Vectors.elements(list)) {
      if (Vectors.text(element, "type").equals("bundle")) readBundle(element, seen, observations);
      else observations.add(of(element, contents(element)));
    }
    return observations;
  }

  private static void readBundle(
      StixNode bundle, HashSet<String> seen, List<ObservedData> observations) {
    Map<String, StixNode> all = new LinkedHashMap<>();
    var objects = Vectors.elements(Vectors.at(bundle, "objects"));
    for (var object : objects) all.put(Vectors.text(object, "id"), object);
    for (var object : objects)
      if (Vectors.text(object, "type").equals("observed-data")
          && seen.add(Vectors.text(object, "id"))) observations.add(of(object, all));
  }

  private static Map<String, StixNode> contents(StixNode data) {
    return ((StixNode.Entries) Vectors.at(data, "objects")).entries();
  }

  private static ObservedData of(StixNode data, Map<String, StixNode> all) {
    var dictionary = (StixNode.Dictionary) data;
    var ids =
        dictionary
            .get("object_refs")
            .map(refs ->
                Vectors.elements(refs).stream().map(ref -> ((StixNode.Text) ref).value()).toList())
            .orElseGet(() -> List.copyOf(contents(data).keySet()));
    return new ObservedData(
        time(data, "first_observed"),
        time(data, "last_observed"),
        ((StixNode.Decimal) Vectors.at(data, "number_observed")).value().longValueExact(),
        ids,
        all);
  }

  private static Instant time(StixNode data, String property) {
    return StixTime.parse(Vectors.text(data, property)).orElseThrow();
  }

  ObservedData at(Instant newFirst, Instant newLast) {
    return new ObservedData(newFirst, newLast, numberObserved, ids, all);
  }

  @Override
  public List<StixNode.Dictionary> objects(String type) {
    return ids.stream()
        .map(id -> (StixNode.Dictionary) Optional.ofNullable(all.get(id)).orElseThrow())
        .filter(object -> Vectors.text(object, "type").equals(type))
        .toList();
  }

  @Override
  public Optional<StixNode> dereference(String id) {
    return Optional.ofNullable(all.get(id));
  }

  @Override
  public Optional<Instant> firstObserved() {
    return Optional.of(first);
  }

  @Override
  public Optional<Instant> lastObserved() {
    return Optional.of(last);
  }
}
