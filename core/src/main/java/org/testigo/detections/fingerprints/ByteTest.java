package org.testigo.detections.fingerprints;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.testigo.indicators.patterns.BoundedExpression;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.Extent;

/// A question about a stretch of bytes: what it equals, contains, begins with.
sealed interface ByteTest {

  /// The bytes that show it; empty where it does not hold.
  Optional<Extent> find(byte[] bytes, int from, int to);

  default Literals literals() {
    return Literals.NONE;
  }

  /// Whether it is exactly these bytes.
  record Equals(Bytes wanted) implements ByteTest {
    @Override
    public Optional<Extent> find(byte[] bytes, int from, int to) {
      boolean isSame = Arrays.equals(bytes, from, to, wanted.array(), 0, wanted.length());
      return isSame ? Optional.of(Extent.between(from, to)) : Optional.empty();
    }

    @Override
    public Literals literals() {
      return Literals.of(wanted);
    }
  }

  /// Whether it begins with these bytes.
  record StartsWith(Bytes wanted) implements ByteTest {
    @Override
    public Optional<Extent> find(byte[] bytes, int from, int to) {
      boolean fits = wanted.length() <= to - from;
      return fits && ByteSearch.standsAt(bytes, from, wanted.array())
          ? Optional.of(new Extent(from, wanted.length()))
          : Optional.empty();
    }

    @Override
    public Literals literals() {
      return Literals.of(wanted);
    }
  }

  /// Whether it ends with these bytes.
  record EndsWith(Bytes wanted) implements ByteTest {
    @Override
    public Optional<Extent> find(byte[] bytes, int from, int to) {
      int start = to - wanted.length();
      return start >= from && ByteSearch.standsAt(bytes, start, wanted.array())
          ? Optional.of(Extent.between(start, to))
          : Optional.empty();
    }

    @Override
    public Literals literals() {
      return Literals.of(wanted);
    }
  }

  /// Whether these bytes stand in it.
  record Contains(Bytes wanted) implements ByteTest {
    @Override
    public Optional<Extent> find(byte[] bytes, int from, int to) {
      int at = ByteSearch.indexOf(bytes, from, to, wanted.array());
      return at < 0 ? Optional.empty() : Optional.of(new Extent(at, wanted.length()));
    }

    @Override
    public Literals literals() {
      return Literals.of(wanted);
    }
  }

  /// Whether these letters stand in it, large or small.
  record ContainsAnyCase(Bytes wanted) implements ByteTest {
    @Override
    public Optional<Extent> find(byte[] bytes, int from, int to) {
      for (int at = from; at <= to - wanted.length(); at++)
        if (standsAt(bytes, at)) return Optional.of(new Extent(at, wanted.length()));
      return Optional.empty();
    }

    private boolean standsAt(byte[] bytes, int at) {
      for (int i = 0; i < wanted.length(); i++)
        if (lower(bytes[at + i]) != lower(wanted.array()[i])) return false;
      return true;
    }
  }

  /// Whether it is this text spelt wrongly: the same letters in the same order, yet not the same
  /// bytes, as `NotFound` and `Not Found`.
  record Misspells(Bytes right) implements ByteTest {
    @Override
    public Optional<Extent> find(byte[] bytes, int from, int to) {
      boolean isRight = Arrays.equals(bytes, from, to, right.array(), 0, right.length());
      boolean hasLetters =
          letters(bytes, from, to).equals(letters(right.array(), 0, right.length()));
      return !isRight && hasLetters ? Optional.of(Extent.between(from, to)) : Optional.empty();
    }

    private static String letters(byte[] bytes, int from, int to) {
      var letters = new StringBuilder();
      for (int i = from; i < to; i++)
        if (Character.isLetterOrDigit(bytes[i] & 0xff)) letters.append(lower(bytes[i]));
      return letters.toString();
    }
  }

  /// Whether it has so many bytes.
  record Length(int least, int most) implements ByteTest {
    @Override
    public Optional<Extent> find(byte[] bytes, int from, int to) {
      int length = to - from;
      return length >= least && length <= most
          ? Optional.of(Extent.between(from, to))
          : Optional.empty();
    }
  }

  /// Whether a regular expression is found in it. It is tried only where its literal stands.
  record Regex(BoundedExpression expression, Bytes literal) implements ByteTest {
    @Override
    public Optional<Extent> find(byte[] bytes, int from, int to) {
      if (ByteSearch.indexOf(bytes, from, to, literal.array()) < 0) return Optional.empty();
      String text =
          new String(bytes, from, to - from, java.nio.charset.StandardCharsets.ISO_8859_1);
      return expression
          .find(text)
          .map(match -> Extent.between(from + match.start(), from + match.end()));
    }

    @Override
    public Literals literals() {
      return Literals.of(literal);
    }
  }

  /// Whether every part holds; the first is what shows it, or the whole where there is none.
  record All(List<ByteTest> parts) implements ByteTest {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public Optional<Extent> find(byte[] bytes, int from, int to) {
      if (parts.isEmpty()) return Optional.of(Extent.between(from, to));
      Optional<Extent> first = Optional.empty();
      for (ByteTest part : parts) {
        var found = part.find(bytes, from, to);
        if (found.isEmpty()) return found;
        if (first.isEmpty()) first = found;
      }
      return first;
    }

    @Override
    public Literals literals() {
      return Literals.best(parts.stream().map(ByteTest::literals).toList());
    }
  }

  /// Whether one part holds.
  record Any(List<ByteTest> parts) implements ByteTest {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public Optional<Extent> find(byte[] bytes, int from, int to) {
      for (ByteTest part : parts) {
        var found = part.find(bytes, from, to);
        if (found.isPresent()) return found;
      }
      return Optional.empty();
    }

    @Override
    public Literals literals() {
      return Literals.union(parts.stream().map(ByteTest::literals).toList());
    }
  }

  private static char lower(byte b) {
    return (char) (b >= 'A' && b <= 'Z' ? b + 32 : b & 0xff);
  }
}
