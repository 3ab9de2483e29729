package org.testigo.detections.fingerprints;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.testigo.model.scan.Bytes;

/// Byte strings of which at least one stands in everything that a condition holds for. A cheap
/// search for them finds the candidates. No byte strings at all: nothing is known, every subject is
/// a candidate.
record Literals(Set<Bytes> any) {
  static final Literals NONE = new Literals(Set.of());

  /// Shorter ones stand everywhere.
  private static final int MIN_BYTES = 6;

  /// A search for more of them costs more than it saves.
  private static final int MAX_COUNT = 64;

  /// What ordinary answers and certificates are full of: a literal is worth what it holds besides.
  private static final List<byte[]> COMMON =
      List.of(
              "HTTP/1.1 200 OK\r\n",
              "HTTP/1.0 200 OK\r\n",
              "Content-Type: text/html",
              "; charset=UTF-8",
              "; charset=iso-8859-1",
              "Content-Length:",
              "Content-length:",
              "Connection: close\r\n",
              "Server: Apache",
              "Server: nginx",
              "Date: ",
              "Vary: Accept-Encoding\r\n",
              "<!DOCTYPE",
              "<html>",
              "<head>",
              "<body>",
              "<meta http-equiv=\"refresh\" content=\"0;",
              "</title>",
              "http://",
              "\r\n\r\n")
          .stream()
          .map(text -> text.getBytes(ISO_8859_1))
          .toList();

  Literals {
    any = Set.copyOf(any);
  }

  static Literals of(Bytes literal) {
    return literal.length() < MIN_BYTES ? NONE : new Literals(Set.of(literal));
  }

  /// One of several spellings.
  static Literals ofAny(List<Bytes> spellings) {
    return union(spellings.stream().map(Literals::of).toList());
  }

  boolean isEmpty() {
    return any.isEmpty();
  }

  /// Of conditions that all hold: the set whose commonest member is rarest.
  static Literals best(List<Literals> all) {
    return all.stream()
        .filter(literals -> !literals.isEmpty())
        .max(Comparator.comparingInt(Literals::worth))
        .orElse(NONE);
  }

  /// Of conditions of which one holds: all, unless one has none.
  static Literals union(List<Literals> each) {
    var union = new LinkedHashSet<Bytes>();
    for (Literals literals : each) {
      if (literals.isEmpty()) return NONE;
      union.addAll(literals.any);
    }
    return union.size() > MAX_COUNT ? NONE : new Literals(union);
  }

  /// Whether one of them stands in the bytes.
  boolean standIn(byte[] bytes) {
    for (Bytes literal : any)
      if (ByteSearch.indexOf(bytes, 0, bytes.length, literal.array()) >= 0) return true;
    return false;
  }

  private int worth() {
    return any.stream().mapToInt(Literals::worth).min().orElse(0);
  }

  /// Bytes that are not common count four times.
  private static int worth(Bytes literal) {
    var common = new ArrayList<Integer>();
    for (byte[] fragment : COMMON) {
      int at = ByteSearch.indexOf(literal.array(), 0, literal.length(), fragment);
      if (at >= 0) for (int i = 0; i < fragment.length; i++) common.add(at + i);
    }
    int rare = literal.length() - (int) common.stream().distinct().count();
    return 4 * rare + literal.length();
  }
}
