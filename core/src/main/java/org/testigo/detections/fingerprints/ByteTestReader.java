package org.testigo.detections.fingerprints;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.testigo.indicators.patterns.BoundedExpression;
import org.testigo.indicators.patterns.UnmatchableException;
import org.testigo.model.scan.Bytes;

/// Reads what a text of a rule asks: a text alone is what it must equal, a list is several of which
/// one must hold, a map is several tests that must all hold.
///
/// @param isText whether characters are written as UTF-8, as in certificates and names; else one
///   character is one byte
record ByteTestReader(boolean isText) {
  static final Set<String> KEYS =
      Set.of(
          "equals",
          "contains",
          "starts-with",
          "ends-with",
          "contains-any-case",
          "misspells",
          "length",
          "regex",
          "literal");

  /// Over the bytes of the wire.
  static final ByteTestReader OF_BYTES = new ByteTestReader(false);

  /// Over decoded texts.
  static final ByteTestReader OF_TEXTS = new ByteTestReader(true);

  ByteTest read(Node node) {
    if (node.isText()) return new ByteTest.Equals(bytes(node));
    if (node.isList()) return new ByteTest.Any(node.items().stream().map(this::read).toList());
    return readKeys(node, Set.of());
  }

  /// Of a map that also has keys of others.
  ByteTest readKeys(Node node, Set<String> others) {
    var known = new HashSet<>(KEYS);
    known.addAll(others);
    node.refuseOtherKeysThan(known);
    var tests = new ArrayList<ByteTest>();
    for (Node.Entry entry : node.entries())
      if (KEYS.contains(entry.key()) && !entry.key().equals("literal"))
        tests.add(test(entry.key(), entry.value(), node));
    return tests.size() == 1 ? tests.getFirst() : new ByteTest.All(tests);
  }

  private ByteTest test(String key, Node node, Node parent) {
    return switch (key) {
      case "regex" -> regex(node, parent);
      case "length" -> length(node);
      default -> anyOf(key, node);
    };
  }

  private ByteTest anyOf(String key, Node node) {
    if (!node.isList()) return oneOf(key, node);
    return new ByteTest.Any(node.items().stream().map(item -> oneOf(key, item)).toList());
  }

  private ByteTest oneOf(String key, Node node) {
    var wanted = bytes(node);
    return switch (key) {
      case "equals" -> new ByteTest.Equals(wanted);
      case "contains" -> new ByteTest.Contains(wanted);
      case "starts-with" -> new ByteTest.StartsWith(wanted);
      case "ends-with" -> new ByteTest.EndsWith(wanted);
      case "contains-any-case" -> new ByteTest.ContainsAnyCase(wanted);
      case "misspells" -> new ByteTest.Misspells(wanted);
      default -> throw new RefusedRuleException("unknown-key", node.place(), "");
    };
  }

  private ByteTest regex(Node node, Node parent) {
    try {
      var literal = parent.find("literal").map(this::bytes).orElse(Bytes.EMPTY);
      return new ByteTest.Regex(BoundedExpression.ofPcre(node.text()), literal);
    } catch (UnmatchableException e) {
      throw new RefusedRuleException("regex", node.place(), e.detail());
    }
  }

  /// A number, or the least and the most.
  private static ByteTest length(Node node) {
    if (node.isText()) return new ByteTest.Length(node.number(), node.number());
    node.refuseOtherKeysThan(Set.of("least", "most"));
    int least = node.find("least").map(Node::number).orElse(0);
    int most = node.find("most").map(Node::number).orElse(Integer.MAX_VALUE);
    return new ByteTest.Length(least, most);
  }

  private Bytes bytes(Node node) {
    return isText ? new Bytes(node.text().getBytes(charset())) : node.bytes();
  }

  private Charset charset() {
    return isText ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
  }

  static List<String> keys() {
    return KEYS.stream().sorted().toList();
  }
}
