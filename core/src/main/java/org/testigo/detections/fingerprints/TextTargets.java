package org.testigo.detections.fingerprints;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Set;
import org.testigo.model.scan.ServiceSighting.ImportedFingerprint;

/// What a rule can ask of values that are texts: fingerprints that a scanner computed, and names.
final class TextTargets {
  private TextTargets() {}

  /// Of an imported fingerprint: `imported: {kind: jarm, equals: …}`.
  static final class ImportedConditions extends ConditionReader<ImportedFingerprint> {
    @Override
    Single.Question<ImportedFingerprint> question(String key, Node node) {
      if (!key.equals("imported"))
        throw new RefusedRuleException("unknown-condition", node.place());
      var test = ByteTestReader.OF_TEXTS.readKeys(node, Set.of("kind"));
      return new Imported(node.at("kind").text(), test);
    }
  }

  /// Of a name: `name: {under: example.org}` or a test of its text.
  static final class NameConditions extends ConditionReader<String> {
    @Override
    Single.Question<String> question(String key, Node node) {
      if (!key.equals("name")) throw new RefusedRuleException("unknown-condition", node.place());
      if (node.isText()) return new Name("", ByteTestReader.OF_TEXTS.read(node));
      var test = ByteTestReader.OF_TEXTS.readKeys(node, Set.of("under"));
      return new Name(node.textOrEmpty("under").toLowerCase(Locale.ROOT), test);
    }
  }

  private record Imported(String kind, ByteTest test)
      implements Single.Question<ImportedFingerprint> {
    @Override
    public Truth test(ImportedFingerprint target) {
      return Truth.of(kind.equals(target.kind()) && passes(test, target.value()));
    }

    @Override
    public void cite(ImportedFingerprint target, Citations citations) {
      citations.cite(0, Integer.MAX_VALUE);
    }

    @Override
    public Literals literals() {
      return test.literals();
    }
  }

  /// Names in files have any case, so no literal is sure.
  private record Name(String under, ByteTest test) implements Single.Question<String> {
    @Override
    public Truth test(String name) {
      boolean isUnder = under.isEmpty() || name.equals(under) || name.endsWith("." + under);
      return Truth.of(isUnder && passes(test, name));
    }

    @Override
    public void cite(String name, Citations citations) {
      citations.cite(0, Integer.MAX_VALUE);
    }
  }

  private static boolean passes(ByteTest test, String value) {
    byte[] bytes = value.getBytes(UTF_8);
    return test.find(bytes, 0, bytes.length).isPresent();
  }
}
