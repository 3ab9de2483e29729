package org.testigo.detections.fingerprints;

import java.util.ArrayList;
import java.util.List;
import org.testigo.model.scan.ServiceSighting.ImportedFingerprint;

/// Rules as they are read from files, each sorted to its subject.
final class Loaded {
  private final List<Rule<?>> rules = new ArrayList<>();
  private final List<Rule<AnswerTarget>> answerRules = new ArrayList<>();
  private final List<Rule<CertificateTarget>> certificateRules = new ArrayList<>();
  private final List<Rule<ImportedFingerprint>> importedRules = new ArrayList<>();
  private final List<Rule<String>> nameRules = new ArrayList<>();
  private final List<RecogRules> recog = new ArrayList<>();
  private final List<Refused> refused = new ArrayList<>();
  private final List<String> passedOver = new ArrayList<>();

  void addAnswer(Rule<AnswerTarget> rule) {
    answerRules.add(rule);
    rules.add(rule);
  }

  void addCertificate(Rule<CertificateTarget> rule) {
    certificateRules.add(rule);
    rules.add(rule);
  }

  void addImported(Rule<ImportedFingerprint> rule) {
    importedRules.add(rule);
    rules.add(rule);
  }

  void addName(Rule<String> rule) {
    nameRules.add(rule);
    rules.add(rule);
  }

  void addRecog(RecogRules rules) {
    recog.add(rules);
  }

  List<RecogRules> recog() {
    return List.copyOf(recog);
  }

  void refuse(Refused one) {
    refused.add(one);
  }

  void passOver(String file) {
    passedOver.add(file);
  }

  boolean knows(String id) {
    return rules.stream().anyMatch(rule -> rule.fingerprint().id().equals(id));
  }

  List<Rule<?>> rules() {
    return List.copyOf(rules);
  }

  List<Rule<AnswerTarget>> answerRules() {
    return List.copyOf(answerRules);
  }

  List<Rule<CertificateTarget>> certificateRules() {
    return List.copyOf(certificateRules);
  }

  List<Rule<ImportedFingerprint>> importedRules() {
    return List.copyOf(importedRules);
  }

  List<Rule<String>> nameRules() {
    return List.copyOf(nameRules);
  }

  List<Refused> refused() {
    return List.copyOf(refused);
  }

  List<String> passedOver() {
    return List.copyOf(passedOver);
  }
}
