package org.testigo.detections;

import org.testigo.model.FindingClass;
import org.testigo.model.IndicatorReference;

/// How much one indicator and class are worth, 0 to 100 as in STIX.
///
/// A base for the class (how hard it is to come by such a trace without spyware), plus or minus how
/// specific the kind of indicator is (a digest is met by one file, a process name or an address of
/// the Internet by many), minus [#QUALIFIED] where the indicator carries a note: it has expired, or
/// its exact name is on a list of popular domains. Never 0 and never 100.
final class MatchConfidence {
  private static final int QUALIFIED = 30;
  private static final int LEAST = 5;
  private static final int MOST = 95;

  private MatchConfidence() {}

  static int of(FindingClass findingClass, IndicatorReference indicator) {
    int qualified = indicator.notes().isEmpty() ? 0 : QUALIFIED;
    return Math.clamp((long) base(findingClass) + specificity(indicator) - qualified, LEAST, MOST);
  }

  private static int base(FindingClass findingClass) {
    return switch (findingClass) {
      case EXECUTED -> 80;
      case INSTALLED -> 75;
      case RECEIVED -> 70;
      case VISITED -> 55;
      case MENTIONED -> 25;
      case ANOMALY, INFORMATION -> 20;
    };
  }

  private static int specificity(IndicatorReference indicator) {
    if (indicator.type().contains("hashes") || indicator.type().contains("cert")) return 15;
    return switch (MatchClass.objectType(indicator)) {
      case "url" -> 10;
      case "email-addr", "app", "configuration-profile" -> 5;
      case "ipv4-addr", "ipv6-addr" -> -15;
      case "process" -> indicator.value().length() < 5 ? -20 : 0;
      case "file" -> indicator.type().equals("file:name") ? -10 : 0;
      default -> 0;
    };
  }
}
