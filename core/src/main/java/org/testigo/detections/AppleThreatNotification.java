package org.testigo.detections;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.testigo.indicators.IndicatorSet;
import org.testigo.model.Direction;
import org.testigo.model.Finding;
import org.testigo.model.FindingClass;
import org.testigo.model.MessageObject;
import org.testigo.model.Observable;
import org.testigo.model.Observation;

/// Did Apple warn the person of mercenary spyware?
///
/// Three findings at most. The published English texts, at the start of an incoming message: the
/// platform's own warning, `received`. A text that warns alike in other words or another language,
/// or anything from the address that Apple sends these warnings from: an anomaly that shows the
/// text. The published text with a link to somewhere other than Apple: an anomaly too, since
/// Apple's own warnings ask nobody to follow links.
@AutoService(Detection.class)
public final class AppleThreatNotification implements Detection {
  private static final DetectionSpec SPEC =
      new DetectionSpec(
          "ios.apple-threat-notification",
          FindingClass.RECEIVED,
          List.of("ios.sms"),
          List.of("https://support.apple.com/102174"));
  private static final Page PAGE = new Page(SPEC, AppleThreatNotification.class);

  private static final List<String> PUBLISHED =
      List.of(
          "ALERT: State-sponsored attackers may be targeting your iPhone",
          "ALERT: Apple detected a targeted mercenary spyware attack against your iPhone");

  /// How much of a message is looked at; the warning stands at its start.
  private static final int START_CHARS = 600;

  /// How much of a text in other words is shown in the title.
  private static final int SHOWN_CHARS = 200;

  /// An alert in capitals, in the languages of which the wording is known or guessed.
  private static final Pattern ALERT =
      Pattern.compile(
          "\\A(ALERT[AE]?|ALERTĂ|WARNUNG|AVVISO|ALLARME|ATTENTION|UYARI|WAARSCHUWING)\\b");

  private static final Pattern APPLE = Pattern.compile("\\b(apple|iphone|ipad|mac)\\b");

  /// Spyware, mercenaries, attackers in a state's pay; in English, Spanish, Portuguese, French,
  /// Italian and German.
  private static final Pattern ATTACKER =
      Pattern.compile(
          "spyware|mercen|sponsored|patrocinad|parrainé|sponsorizzat|s(ö|oe)ldner|software esp[ií]a"
              + "|programa esp[ií]a|logiciel espion");

  @Override
  public DetectionSpec spec() {
    return SPEC;
  }

  @Override
  public Check begin(IndicatorSet indicators) {
    return new Warnings();
  }

  private enum Kind {
    PUBLISHED(FindingClass.RECEIVED, 75),
    OTHER_WORDS(FindingClass.ANOMALY, 50),
    FOREIGN_LINK(FindingClass.ANOMALY, 40);

    final FindingClass findingClass;
    final int confidence;

    Kind(FindingClass findingClass, int confidence) {
      this.findingClass = findingClass;
      this.confidence = confidence;
    }
  }

  private static final class Warnings implements Check {
    private final Map<Kind, Gathered> warnings = new EnumMap<>(Kind.class);
    private final MessageLinks links = new MessageLinks();
    private String shown = "";
    private long looked;

    @Override
    public boolean looksAt(Class<? extends Observable> kind) {
      return kind == MessageObject.class;
    }

    @Override
    public void see(Observation observation) {
      if (!(observation.object() instanceof MessageObject message)
          || message.direction() != Direction.INCOMING) return;
      looked++;
      kind(message).ifPresent(kind -> add(kind, observation, message));
    }

    @Override
    public Outcome conclude(Coverage coverage) {
      var findings = new ArrayList<Finding>();
      warnings.forEach((kind, gathered) -> findings.add(finding(kind, gathered)));
      return Assessment.of(SPEC, coverage, looked, findings);
    }

    private void add(Kind kind, Observation observation, MessageObject message) {
      if (kind == Kind.OTHER_WORDS && shown.isEmpty()) shown = upTo(SHOWN_CHARS, message.body());
      warnings.computeIfAbsent(kind, _ -> new Gathered()).add(observation, message.body());
    }

    private Optional<Kind> kind(MessageObject message) {
      String start = plain(upTo(START_CHARS, message.body()));
      if (PUBLISHED.stream().anyMatch(start::startsWith))
        return Optional.of(leadsElsewhere(message) ? Kind.FOREIGN_LINK : Kind.PUBLISHED);
      boolean warns = isFromApple(message) || warnsInOtherWords(start);
      return warns ? Optional.of(Kind.OTHER_WORDS) : Optional.empty();
    }

    private boolean leadsElsewhere(MessageObject message) {
      return links.of(message).stream()
          .map(link -> link.address().host())
          .anyMatch(host -> !host.equals("apple.com") && !host.endsWith(".apple.com"));
    }

    private Finding finding(Kind kind, Gathered gathered) {
      String prefix =
          switch (kind) {
            case PUBLISHED -> "published.";
            case OTHER_WORDS -> "other.";
            case FOREIGN_LINK -> "link.";
          };
      var title = PAGE.text(prefix + "finding", gathered.count(), shown);
      return PAGE.finding(kind.findingClass, prefix, prefix, title, kind.confidence, gathered);
    }
  }

  /// The addresses that Apple names as senders of its warnings.
  private static boolean isFromApple(MessageObject message) {
    String sender = message.correspondent().orElse("").toLowerCase(Locale.ROOT);
    return sender.equals("threat-notifications@apple.com")
        || sender.equals("threat-notifications@email.apple.com");
  }

  private static boolean warnsInOtherWords(String start) {
    if (!ALERT.matcher(start).find()) return false;
    String folded = start.toLowerCase(Locale.ROOT);
    return APPLE.matcher(folded).find() && ATTACKER.matcher(folded).find();
  }

  /// With plain hyphens and blanks, without white space at the start.
  private static String plain(String text) {
    return text.replace('\u00a0', ' ').replace('\u2010', '-').replace('\u2011', '-').strip();
  }

  /// Up to so many characters, never ending in half of a surrogate pair.
  private static String upTo(int chars, String text) {
    if (text.length() <= chars) return text;
    int end = Character.isHighSurrogate(text.charAt(chars - 1)) ? chars - 1 : chars;
    return text.substring(0, end);
  }
}
