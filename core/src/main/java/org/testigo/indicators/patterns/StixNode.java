package org.testigo.indicators.patterns;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A value of an observed object, as patterns see it.
public sealed interface StixNode {

  /// A string; also times, ids and encoded bytes.
  record Text(String value) implements StixNode {}

  /// Bytes, each as the character of the same number.
  record Bytes(String latin1) implements StixNode {
    public static Bytes of(byte[] bytes) {
      return new Bytes(new String(bytes, StandardCharsets.ISO_8859_1));
    }
  }

  record Decimal(BigDecimal value) implements StixNode {
    public static Decimal of(long value) {
      return new Decimal(BigDecimal.valueOf(value));
    }
  }

  record Truth(boolean value) implements StixNode {}

  /// A property that is there without a value.
  record Null() implements StixNode {}

  record Listing(List<StixNode> elements) implements StixNode {
    public Listing {
      elements = List.copyOf(elements);
    }
  }

  /// An object or a part of one. Values may be made when they are asked for.
  non-sealed interface Dictionary extends StixNode {

    Optional<StixNode> get(String property);

    Collection<StixNode> values();
  }

  /// A dictionary whose values are already there.
  record Entries(Map<String, StixNode> entries) implements Dictionary {
    public Entries {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    @Override
    public Optional<StixNode> get(String property) {
      return Optional.ofNullable(entries.get(property));
    }

    @Override
    public Collection<StixNode> values() {
      return entries.values();
    }
  }
}
