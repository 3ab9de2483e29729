package org.testigo.detections;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Names that lures imitate, and where their true owners are on the web. The list lies in
/// `LureMessages.brands.tsv`: name, kind, true registrable domains.
final class Brands {
  private static final Brands LISTED = new Brands(DataLines.ofLures("brands.tsv"));

  private final List<Brand> all = new ArrayList<>();
  private final Map<String, Brand> byName = new HashMap<>();
  private final Set<String> known = new HashSet<>(DataLines.ofLures("known.txt"));

  /// @param isEverydayWord whether the name says something else as well, so that it is weak alone
  record Brand(String name, String kind, boolean isEverydayWord, Set<String> domains) {}

  private Brands(List<String> lines) {
    for (String line : lines) {
      String[] fields = line.split("\t", -1);
      if (fields.length != 3) throw new IllegalStateException("line of brands: " + line);
      boolean everyday = fields[0].endsWith("*");
      String name = everyday ? fields[0].substring(0, fields[0].length() - 1) : fields[0];
      add(new Brand(name, fields[1], everyday, new HashSet<>(Arrays.asList(fields[2].split(",")))));
    }
  }

  static Brands listed() {
    return LISTED;
  }

  List<Brand> all() {
    return all;
  }

  /// Whether the host is, or lies under, a domain of a brand or another that people send each other
  /// every day.
  boolean isKnown(String host) {
    for (int from = 0; from >= 0; from = host.indexOf('.', from) + 1) {
      if (known.contains(host.substring(from))) return true;
      if (host.indexOf('.', from) < 0) return false;
    }
    return false;
  }

  /// The first brand that the text names, in one word or in two (`uno tv`).
  ///
  /// @param words as [FoldedWords] gives them
  Optional<Brand> namedIn(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      var brand = named(words.get(i));
      if (brand == null && i + 1 < words.size()) brand = named(words.get(i) + words.get(i + 1));
      if (brand != null) return Optional.of(brand);
    }
    return Optional.empty();
  }

  private @Nullable Brand named(String word) {
    var brand = byName.get(word);
    return brand == null || brand.isEverydayWord() ? null : brand;
  }

  private void add(Brand brand) {
    all.add(brand);
    byName.put(brand.name(), brand);
    known.addAll(brand.domains());
  }
}
