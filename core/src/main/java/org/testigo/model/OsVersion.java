package org.testigo.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A version of an operating system, such as 17.4.1; compared number by number, missing numbers
/// count as 0.
public record OsVersion(List<Integer> numbers) implements Comparable<OsVersion> {
  public OsVersion {
    numbers = List.copyOf(numbers);
    if (numbers.isEmpty()) throw new IllegalArgumentException("a version has at least one number");
  }

  public static OsVersion of(Integer... numbers) {
    return new OsVersion(List.of(numbers));
  }

  /// Reads `17.4.1`; empty where the text is no such version.
  public static Optional<OsVersion> parse(String text) {
    var numbers = new ArrayList<Integer>();
    for (String part : text.strip().split("\\.", -1)) {
      if (!part.matches("[0-9]{1,6}")) return Optional.empty();
      numbers.add(Integer.valueOf(part));
    }
    return Optional.of(new OsVersion(numbers));
  }

  public boolean isAtLeast(OsVersion other) {
    return compareTo(other) >= 0;
  }

  @Override
  public int compareTo(OsVersion other) {
    for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
      int difference = Integer.compare(numberAt(i), other.numberAt(i));
      if (difference != 0) return difference;
    }
    return 0;
  }

  private int numberAt(int index) {
    return index < numbers.size() ? numbers.get(index) : 0;
  }

  @Override
  public String toString() {
    return String.join(".", numbers.stream().map(String::valueOf).toList());
  }
}
