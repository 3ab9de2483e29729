package org.testigo.detections.fingerprints;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.testigo.detections.recog.RecogDatabase;
import org.testigo.detections.recog.RecogFingerprint;
import org.testigo.indicators.patterns.UnmatchableException;
import org.testigo.model.LimitHitException;
import org.testigo.model.Text;
import org.testigo.model.scan.FingerprintHit;
import org.testigo.model.scan.FingerprintHit.Excerpt;
import org.testigo.model.scan.ServiceView;
import org.testigo.model.scan.Subject;

/// A file of Recog as rules: its fingerprints are asked in their order about the texts of a service
/// that the file is for, and the first that matches a text counts. They name ordinary software and
/// have no literals.
///
/// @param fingerprints one for each of the database, in its order
record RecogRules(RecogDatabase database, List<Fingerprint> fingerprints) {
  private static final String PROJECT = "https://github.com/rapid7/recog";

  RecogRules {
    fingerprints = List.copyOf(fingerprints);
  }

  /// @param file the name of the file
  static RecogRules of(RecogDatabase database, String file) {
    var fingerprints = new ArrayList<Fingerprint>();
    for (RecogFingerprint one : database.fingerprints())
      fingerprints.add(fingerprint(database, one, fingerprints.size() + 1, file));
    return new RecogRules(database, fingerprints);
  }

  private static Fingerprint fingerprint(
      RecogDatabase database, RecogFingerprint one, int number, String file) {
    String kind = database.matches().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return new Fingerprint(
        "recog-" + kind + "-" + number,
        "",
        "",
        subject(database.matches()),
        new Fingerprint.Description(one.description(), one.description()),
        new Fingerprint.Source("Recog, " + database.matches(), "Recog", PROJECT, Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        Fingerprint.Strength.CORROBORATING,
        file);
  }

  /// What of a service such a text stands in.
  private static Subject subject(String kind) {
    if (kind.startsWith("x509.")) return Subject.CERTIFICATE;
    return RecogTexts.isOfAnswer(kind) ? Subject.ANSWER : Subject.IMPORTED;
  }

  Subject subject() {
    return subject(database.matches());
  }

  void match(
      ServiceView service,
      Hashes hashes,
      List<FingerprintHit> hits,
      Consumer<FingerprintSet.Trouble> troubles) {
    for (RecogTexts.Found text : RecogTexts.in(service, database.matches(), hashes)) {
      try {
        database.match(text.text()).ifPresent(match -> hits.add(hit(match, text)));
      } catch (LimitHitException | UnmatchableException e) {
        troubles.accept(new FingerprintSet.Trouble(fingerprints.getFirst(), e));
      }
    }
  }

  private FingerprintHit hit(RecogDatabase.Match match, RecogTexts.Found text) {
    var fingerprint = fingerprints.get(match.index());
    var evidence = List.of(new Excerpt(text.of(), text.offsetBytes(), text.bytes()));
    return new FingerprintHit(
        fingerprint.id(), "", "", true, match.values(), text.certificate(), evidence);
  }

  /// Each fingerprint against its own examples, of which it must be the first to match.
  List<Checked> check() {
    var checked = new ArrayList<Checked>();
    for (int i = 0; i < fingerprints.size(); i++) {
      var failures = new ArrayList<Text>();
      var one = database.fingerprints().get(i);
      for (RecogFingerprint.Example example : one.examples()) check(i, example, failures);
      checked.add(new Checked(fingerprints.get(i), one.examples().size(), 0, false, failures));
    }
    return checked;
  }

  private void check(int index, RecogFingerprint.Example example, List<Text> failures) {
    if (!example.file().isEmpty()) {
      failures.add(FingerprintCheck.text("example-elsewhere", example.file()));
      return;
    }
    var match = database.match(example.text());
    if (match.isEmpty()) {
      failures.add(FingerprintCheck.text("match-missed", example.text(), "pattern"));
    } else if (match.get().index() != index) {
      String other = fingerprints.get(match.get().index()).id();
      failures.add(FingerprintCheck.text("taken-by-other", example.text(), other));
    } else {
      example
          .expected()
          .forEach((name, expected) -> {
            String met = match.get().values().getOrDefault(name, "");
            if (!met.equals(expected))
              failures.add(
                  FingerprintCheck.text("extracted-differs", example.text(), name, met, expected));
          });
    }
  }
}
