package org.testigo.detections.fingerprints;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.testigo.detections.fingerprints.AnswerPart.Part;
import org.testigo.model.scan.HttpAnswer;

/// What a rule can ask of an answer.
final class AnswerConditions extends ConditionReader<AnswerTarget> {

  @Override
  Single.Question<AnswerTarget> question(String key, Node node) {
    return switch (key) {
      case "status-line" -> new AnswerPart(Part.STATUS_LINE, test(node), false);
      case "head" -> new AnswerPart(Part.HEAD, test(node), true);
      case "body" -> new AnswerPart(Part.BODY, test(node), false);
      case "answer" -> new AnswerPart(Part.ANSWER, test(node), true);
      case "status" -> new Status(new HashSet<>(node.items().stream().map(Node::number).toList()));
      case "reason" -> new Reason(test(node));
      case "header" -> header(node);
      case "header-names" -> HeaderNames.read(node, false);
      case "header-names-any-case" -> HeaderNames.read(node, true);
      case Hashes.BODY_SHA256,
          Hashes.BODY_MD5,
          Hashes.HEADER_ORDER_MD5,
          Hashes.FAVICON_MMH3,
          Hashes.FAVICON_MD5 ->
          new HashValue(key, new HashSet<>(node.texts()));
      default -> throw new RefusedRuleException("unknown-condition", node.place());
    };
  }

  private static ByteTest test(Node node) {
    return ByteTestReader.OF_BYTES.read(node);
  }

  private static HeaderValue header(Node node) {
    var test = ByteTestReader.OF_BYTES.readKeys(node, Set.of("name", "spelled"));
    boolean spelled = node.find("spelled").map(Node::flag).orElse(false);
    return new HeaderValue(node.at("name").text(), spelled, test);
  }

  /// Whether the status is one of these.
  record Status(Set<Integer> wanted) implements Single.Question<AnswerTarget> {
    @Override
    public Truth test(AnswerTarget target) {
      return Truth.of(
          target.http().map(http -> wanted.contains(http.statusLine().status())).orElse(false));
    }

    @Override
    public void cite(AnswerTarget target, Citations citations) {
      target.http().ifPresent(http -> citations.cite(http.statusLine().line()));
    }
  }

  /// A test of the text behind the status.
  record Reason(ByteTest wanted) implements Single.Question<AnswerTarget> {
    @Override
    public Truth test(AnswerTarget target) {
      return Truth.of(target.http().map(this::holds).orElse(false));
    }

    private boolean holds(HttpAnswer http) {
      int end = http.statusLine().line().endBytes();
      int from = end - http.statusLine().reason().length();
      return wanted.find(http.raw().array(), from, end).isPresent();
    }

    @Override
    public void cite(AnswerTarget target, Citations citations) {
      target.http().ifPresent(http -> citations.cite(http.statusLine().line()));
    }

    @Override
    public Literals literals() {
      return wanted.literals();
    }
  }

  /// Whether a value that stands for a whole is one of these.
  record HashValue(String kind, Set<String> wanted) implements Single.Question<AnswerTarget> {
    @Override
    public Truth test(AnswerTarget target) {
      List<String> values = target.hashes().of(kind);
      boolean isUnknown = kind.equals(Hashes.HEADER_ORDER_MD5) && values.isEmpty();
      if (isUnknown && !target.answer().orderKnown()) return Truth.UNKNOWN;
      return Truth.of(values.stream().anyMatch(wanted::contains));
    }

    @Override
    public void cite(AnswerTarget target, Citations citations) {
      target
          .http()
          .ifPresent(http ->
              citations.cite(
                  kind.startsWith("header")
                      ? http.head()
                      : http.body().chunks().isEmpty() ? http.body().content() : http.head()));
    }
  }
}
