package org.testigo.detections.fingerprints;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.testigo.model.scan.Bytes;

/// Reads the list `extract` of a rule.
final class ExtractionReader {
  private static final int LONGEST_BYTES = 128;

  private ExtractionReader() {}

  static List<Extraction<AnswerTarget>> ofAnswer(Node rule) {
    var extractions = new ArrayList<Extraction<AnswerTarget>>();
    rule.find("extract").ifPresent(list -> list.items().forEach(n -> extractions.add(answer(n))));
    return extractions;
  }

  private static Extraction<AnswerTarget> answer(Node node) {
    node.refuseOtherKeysThan(Set.of("name", "in", "after", "before", "longest", "as"));
    String in = node.at("in").text();
    boolean inHeader = in.startsWith("header:");
    if (!inHeader && !in.equals("body"))
      throw new RefusedRuleException("unknown-value", node.place() + ".in", "body, header:…");
    var after = node.find("after").map(marks -> marks.items().stream().map(Node::bytes).toList());
    var marks =
        new BetweenMarks(
            inHeader ? in.substring("header:".length()) : "",
            after.orElse(List.of()),
            node.find("before").map(Node::bytes).orElse(Bytes.EMPTY),
            node.find("longest").map(Node::number).orElse(LONGEST_BYTES));
    return new Extraction.OfAnswer(node.at("name").text(), marks, kind(node));
  }

  private static ValueKind kind(Node node) {
    String word = node.textOrEmpty("as");
    if (word.isEmpty()) return ValueKind.TEXT;
    for (ValueKind kind : ValueKind.values()) if (kind.word().equals(word)) return kind;
    throw new RefusedRuleException(
        "unknown-value",
        node.place() + ".as",
        "text, address, country, domain-country, language, currency");
  }

  static List<Extraction<CertificateTarget>> ofCertificate(Node rule) {
    var extractions = new ArrayList<Extraction<CertificateTarget>>();
    rule.find("extract")
        .ifPresent(list -> list.items().forEach(node -> extractions.add(certificate(node))));
    return extractions;
  }

  private static Extraction<CertificateTarget> certificate(Node node) {
    node.refuseOtherKeysThan(Set.of("name", "in", "attribute"));
    String in = node.at("in").text();
    if (!in.equals("issuer") && !in.equals("subject"))
      throw new RefusedRuleException("unknown-value", node.place() + ".in", "issuer, subject");
    var attribute = node.at("attribute");
    return new Extraction.OfName(
        node.at("name").text(), in.equals("issuer"), NameQuestion.oid(attribute.text(), attribute));
  }
}
