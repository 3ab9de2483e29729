package org.testigo.detections;

import com.google.auto.service.AutoService;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.testigo.indicators.IndicatorSet;
import org.testigo.indicators.PublicSuffixList;
import org.testigo.indicators.names.WebAddress;
import org.testigo.model.Finding;
import org.testigo.model.FindingClass;
import org.testigo.model.Moment;
import org.testigo.model.Observable;
import org.testigo.model.Observation;
import org.testigo.model.UrlVisit;

/// Was a visit without encryption led to another domain within a second?
///
/// Who sits in the network can answer an `http://` request in the site's place and lead the browser
/// to a server of their own; that is how phones in Morocco were attacked. One finding per domain
/// that was led to.
///
/// Redirects are part of daily life. An encrypted visit cannot be led astray by the network, and a
/// shortener, a site of daily life at either end, or the same name under another ending (one owner)
/// explains itself: those are gathered in one finding of the class information.
@AutoService(Detection.class)
public final class QuickRedirect implements Detection {
  private static final DetectionSpec SPEC =
      new DetectionSpec(
          "ios.redirect",
          FindingClass.ANOMALY,
          List.of("ios.safari-history"),
          List.of(
              "https://www.amnesty.org/en/latest/research/2019/10/morocco-human-rights-defenders-targeted-with-nso-groups-spyware/",
              "https://www.amnesty.org/en/latest/research/2020/06/moroccan-journalist-targeted-with-network-injection-attacks-using-nso-groups-tools/"));
  private static final Page PAGE = new Page(SPEC, QuickRedirect.class);
  private static final Duration QUICK = Duration.ofSeconds(1);
  private static final int CONFIDENCE = 35;
  private static final Set<String> SHORTENERS = new HashSet<>(DataLines.ofLures("shorteners.txt"));

  @Override
  public DetectionSpec spec() {
    return SPEC;
  }

  @Override
  public Check begin(IndicatorSet indicators) {
    return new Redirects();
  }

  /// A host and its registrable domain, or the host itself where it has none.
  private record Site(String host, String domain, boolean isEncrypted) {
    static Optional<Site> of(String url) {
      return WebAddress.parse(url).map(address -> of(url, address.host()));
    }

    private static Site of(String url, String host) {
      boolean plain = url.regionMatches(true, 0, "http://", 0, 7);
      return new Site(host, PublicSuffixList.registrableDomain(host).orElse(host), !plain);
    }

    boolean isOfDailyLife() {
      return SHORTENERS.contains(domain) || Brands.listed().isKnown(host);
    }

    boolean hasNameOf(Site other) {
      return name().equals(other.name());
    }

    private String name() {
      int dot = domain.indexOf('.');
      return dot < 0 ? domain : domain.substring(0, dot);
    }
  }

  private static final class Redirects implements Check {
    private final Groups<String> targets = new Groups<>();
    private final Gathered explained = new Gathered();
    private long looked;

    @Override
    public boolean looksAt(Class<? extends Observable> kind) {
      return kind == UrlVisit.class;
    }

    @Override
    public void see(Observation observation) {
      if (!(observation.object() instanceof UrlVisit visit)) return;
      looked++;
      if (visit.redirectedFrom().isPresent())
        look(observation, visit.redirectedFrom().get(), visit.url());
    }

    @Override
    public Outcome conclude(Coverage coverage) {
      var findings = targets.judged(PAGE, FindingClass.ANOMALY, Redirects::finding);
      if (explained.count() > 0) findings.add(findingOfExplained());
      return Assessment.of(SPEC, coverage, looked, findings);
    }

    private void look(Observation observation, UrlVisit.Redirect redirect, String url) {
      if (!isQuick(observation, redirect)) return;
      var from = Site.of(redirect.url());
      var to = Site.of(url);
      if (from.isEmpty() || to.isEmpty() || from.get().domain().equals(to.get().domain())) return;
      String shown = redirect.url() + " → " + url;
      if (isExplained(from.get(), to.get())) explained.add(observation, shown);
      else targets.add(to.get().domain(), observation, shown);
    }

    private static boolean isQuick(Observation observation, UrlVisit.Redirect redirect) {
      return visitedAt(observation)
          .map(at -> Duration.between(redirect.visitedAt(), at).abs())
          .filter(between -> between.compareTo(QUICK) < 0)
          .isPresent();
    }

    private static Optional<Instant> visitedAt(Observation observation) {
      return observation.moments().stream()
          .filter(moment -> moment.meaning() == Moment.Meaning.VISITED)
          .map(Moment::at)
          .findFirst();
    }

    private static boolean isExplained(Site from, Site to) {
      return from.isEncrypted() || from.isOfDailyLife() || to.isOfDailyLife() || from.hasNameOf(to);
    }

    private static Finding finding(String domain, Gathered redirects) {
      var title = PAGE.text("plain.finding", redirects.count(), domain);
      return PAGE.finding(FindingClass.ANOMALY, "plain.", domain, title, CONFIDENCE, redirects);
    }

    private Finding findingOfExplained() {
      var title = PAGE.text("explained.finding", explained.count());
      return PAGE.finding(FindingClass.INFORMATION, "explained.", "", title, 5, explained);
    }
  }
}
