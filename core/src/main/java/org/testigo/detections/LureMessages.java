package org.testigo.detections;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testigo.detections.LureScore.Point;
import org.testigo.indicators.IndicatorSet;
import org.testigo.model.Finding;
import org.testigo.model.FindingClass;
import org.testigo.model.MessageObject;
import org.testigo.model.Observable;
import org.testigo.model.Observation;
import org.testigo.model.Text;

/// Did a message press the person to open a link?
///
/// Of incoming messages with a link that is not one of daily life, the link ([LinkSigns],
/// [LookAlikes]), the words ([LureWords]) and how it came ([Conversations]) are worth points, of
/// which each is explained; from [LureScore#THRESHOLD] on the message is told. Words are compared
/// without accents and case, as whole words. Wording alone proves nothing: the class is never more
/// than an anomaly. One finding per domain, or per sender where a shortener hides the domain.
@AutoService(Detection.class)
public final class LureMessages implements Detection {
  private static final DetectionSpec SPEC =
      new DetectionSpec(
          "messages.lure",
          FindingClass.ANOMALY,
          List.of("ios.sms"),
          List.of(
              "https://citizenlab.ca/2017/02/bittersweet-nso-mexico-spyware/",
              "https://citizenlab.ca/2017/06/reckless-exploit-mexico-nso/",
              "https://r3d.mx/gobiernoespia/"));
  private static final Page PAGE = new Page(SPEC, LureMessages.class);

  private static final int LEAST_CONFIDENCE = 20;
  private static final int MOST_CONFIDENCE = 50;
  private static final int CONFIDENCE_PER_POINT = 5;

  @Override
  public DetectionSpec spec() {
    return SPEC;
  }

  @Override
  public Check begin(IndicatorSet indicators) {
    return new Lures();
  }

  /// What makes two lures one finding.
  private record Group(boolean isSender, String name) {}

  private static final class Lures implements Check {
    private final MessageLinks links = new MessageLinks();
    private final LinkSigns signs = new LinkSigns();
    private final Conversations conversations = new Conversations();
    private final Groups<Group> groups = new Groups<>();
    private final Map<Group, LureScore> best = new HashMap<>();
    private boolean wasCut;
    private long looked;

    @Override
    public boolean looksAt(Class<? extends Observable> kind) {
      return kind == MessageObject.class;
    }

    @Override
    public void see(Observation observation) {
      if (!(observation.object() instanceof MessageObject message)) return;
      switch (message.direction()) {
        case OUTGOING -> message.correspondent().ifPresent(conversations::wroteTo);
        case INCOMING -> look(observation, message);
        case UNKNOWN -> {}
      }
    }

    @Override
    public Outcome conclude(Coverage coverage) {
      var findings = groups.judged(PAGE, FindingClass.ANOMALY, this::finding);
      return Assessment.of(SPEC, coverage, looked, findings);
    }

    private void look(Observation observation, MessageObject message) {
      looked++;
      score(message).filter(LureScore::isLure).ifPresent(score -> add(score, observation, message));
    }

    private void add(LureScore score, Observation observation, MessageObject message) {
      boolean bySender = score.isShortened() && message.correspondent().isPresent();
      var group = new Group(bySender, bySender ? message.correspondent().get() : score.domain());
      groups.add(group, observation, score.link());
      if (groups.has(group))
        best.merge(group, score, (old, now) -> now.sum() > old.sum() ? now : old);
    }

    /// The score of the message by its worst link; empty where it has no link but known ones, or
    /// where neither its words nor its links are those of a lure.
    private Optional<LureScore> score(MessageObject message) {
      var all = links.of(message);
      if (all.isEmpty()) return Optional.empty();
      var unknown = new ArrayList<>(all);
      unknown.removeIf(link -> signs.host(link).isKnown());
      if (unknown.isEmpty()) return Optional.empty();
      var words = FoldedWords.of(withoutLinks(MessageLinks.wholeText(message), all));
      wasCut |= words.size() >= FoldedWords.LIMIT;
      var ofWords = LureScore.ofWords(LureWords.listed().in(words));
      var scores = new ArrayList<LureScore>();
      for (var link : unknown) score(message, link, words, ofWords).ifPresent(scores::add);
      return scores.stream().max(Comparator.comparingInt(LureScore::sum));
    }

    private Optional<LureScore> score(
        MessageObject message, MessageLinks.Link link, List<String> words, List<Point> ofWords) {
      var host = signs.host(link);
      String correspondent = message.correspondent().orElse("");
      boolean isNew = conversations.isNew(correspondent, host.domain());
      if (ofWords.isEmpty() && host.lookAlike().isEmpty()) return Optional.empty();
      var points = new ArrayList<>(host.points());
      points.addAll(signs.pointsOfAddress(link, host));
      if (isNew) points.add(new Point("first", 1, host.domain()));
      if (conversations.hasWrittenTo(correspondent)) points.add(new Point("written", -2));
      points.addAll(ofWords);
      Brands.listed()
          .namedIn(words)
          .map(brand -> new Point("named", host.isShortener() ? 1 : 2, brand.name(), host.domain()))
          .ifPresent(points::add);
      return Optional.of(new LureScore(link.text(), host.domain(), host.isShortener(), points));
    }

    private Finding finding(Group group, Gathered messages) {
      var score = best.get(group);
      if (score == null) throw new IllegalStateException("no score of " + group);
      String key = group.isSender() ? "finding.sender" : "finding.domain";
      var title = PAGE.text(key, messages.count(), group.name(), score.sum(), LureScore.THRESHOLD);
      var plain =
          PAGE.finding(FindingClass.ANOMALY, "", group.name(), title, confidence(score), messages);
      return withExplanations(plain, explanations(score, plain.explanations()));
    }

    private List<Text> explanations(LureScore score, List<Text> innocent) {
      var all = new ArrayList<>(score.points().stream().map(Point::text).toList());
      if (conversations.isFull()) all.add(PAGE.text("full", Conversations.LIMIT));
      if (wasCut || links.wasCut())
        all.add(PAGE.text("cut", MessageLinks.LIMIT, FoldedWords.LIMIT));
      all.addAll(innocent);
      return all;
    }
  }

  /// The text without its links, whose parts are no words of the message.
  private static String withoutLinks(String whole, List<MessageLinks.Link> links) {
    String text = whole;
    for (var link : links) text = text.replace(link.text(), " ");
    return text;
  }

  private static int confidence(LureScore score) {
    int above = (score.sum() - LureScore.THRESHOLD) * CONFIDENCE_PER_POINT;
    return Math.min(LEAST_CONFIDENCE + above, MOST_CONFIDENCE);
  }

  private static Finding withExplanations(Finding plain, List<Text> explanations) {
    return new Finding(
        plain.id(),
        plain.detection(),
        plain.findingClass(),
        plain.title(),
        plain.why(),
        plain.confidence(),
        plain.uniqueTrace(),
        plain.indicators(),
        plain.sightings(),
        explanations,
        plain.nextSteps(),
        plain.attributions());
  }
}
