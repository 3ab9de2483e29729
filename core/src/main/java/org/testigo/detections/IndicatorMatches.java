package org.testigo.detections;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.testigo.indicators.IndicatorSet;
import org.testigo.indicators.Match;
import org.testigo.model.Finding;
import org.testigo.model.FindingClass;
import org.testigo.model.Observation;
import org.testigo.model.Text;

/// Does the phone hold a value that a loaded pack lists?
///
/// One finding per campaign, malware or (where a pack names none) pack, and class: an implant
/// touches many rows, and a person reads one finding with its evidence. A value that several packs
/// list gives one finding, under the first name that one of them gives, and names them all. The
/// class of a match is decided by [MatchClass], the confidence by [MatchConfidence]; a finding has
/// the confidence of its best indicator.
///
/// Memory: for each finding what [CampaignSightings] keeps, and there are no more findings than
/// names in the packs times classes.
@AutoService(Detection.class)
public final class IndicatorMatches implements Detection {
  private static final DetectionSpec SPEC =
      new DetectionSpec(
          "indicators.match",
          FindingClass.EXECUTED,
          List.of(
              "ios.backup-info",
              "ios.applications",
              "ios.manifest",
              "ios.sms",
              "ios.safari-history",
              "ios.data-usage",
              "ios.tcc",
              "ios.osanalytics-addaily",
              "ios.global-preferences",
              "ios.id-status-cache",
              "ios.accounts",
              "ios.configuration-profiles",
              "ios.profile-events",
              "network.capture"),
          List.of(
              "https://docs.oasis-open.org/cti/stix/v2.1/stix-v2.1.html",
              "https://docs.mvt.re/en/latest/iocs/"));
  private static final Page PAGE = new Page(SPEC, IndicatorMatches.class);

  @Override
  public DetectionSpec spec() {
    return SPEC;
  }

  @Override
  public Check begin(IndicatorSet indicators) {
    return new Matches(indicators);
  }

  /// What makes two matches part of one finding.
  private record Group(FindingClass findingClass, String campaign) {
    /// Strongest class first, then by name.
    private static final Comparator<Group> ORDER =
        Comparator.comparing(Group::findingClass).reversed().thenComparing(Group::campaign);
  }

  private static final class Matches implements Check {
    private final boolean loaded;
    private final IndicatorSet.Matching matching;
    private final Map<Group, CampaignSightings> groups = new TreeMap<>(Group.ORDER);
    private final List<Match> met = new ArrayList<>();
    private long looked;

    Matches(IndicatorSet indicators) {
      this.loaded = indicators.size() > 0;
      this.matching = indicators.begin();
    }

    @Override
    public void see(Observation observation) {
      looked++;
      matching.match(observation, met::add);
      if (met.isEmpty()) return;
      gather(observation, met);
      met.clear();
    }

    @Override
    public Outcome conclude(Coverage coverage) {
      matching.finish(match -> gather(match.observation(), List.of(match)));
      if (!loaded) return new Outcome.NotAssessed(PAGE.text("no.indicators"));
      var findings = new ArrayList<Finding>();
      groups.forEach((group, sightings) -> findings.add(finding(group, sightings)));
      return Assessment.of(SPEC, coverage, looked, findings);
    }

    @Override
    public List<Text> troubles() {
      return matching.troubles();
    }

    /// Sorts the matches of one observation into the findings that they belong to.
    private void gather(Observation observation, List<Match> matches) {
      var sorted = new LinkedHashMap<Group, List<Match>>();
      for (Match match : matches) {
        var group =
            new Group(MatchClass.of(match), CampaignSightings.campaignOf(match.indicators()));
        sorted.computeIfAbsent(group, _ -> new ArrayList<>()).add(match);
      }
      sorted.forEach((group, ofGroup) -> sightingsOf(group).add(observation, ofGroup));
    }

    private CampaignSightings sightingsOf(Group group) {
      return groups.computeIfAbsent(group, _ -> new CampaignSightings(group.findingClass()));
    }

    private static Finding finding(Group group, CampaignSightings sightings) {
      String prefix = group.findingClass().word() + ".";
      var explanations = new ArrayList<Text>(sightings.notes());
      sightings
          .otherNames(group.campaign())
          .ifPresent(names -> explanations.add(PAGE.text("other.names", names)));
      explanations.addAll(PAGE.explanations(prefix));
      return new Finding(
          FindingId.of(SPEC.id(), group.findingClass(), group.campaign()),
          SPEC.id(),
          group.findingClass(),
          PAGE.text(prefix + "finding", sightings.shownName(), sightings.count()),
          PAGE.why(prefix),
          sightings.confidence(),
          false,
          sightings.indicators(),
          sightings.sightings(),
          explanations,
          PAGE.nextSteps(group.findingClass(), prefix),
          sightings.attributions());
    }
  }
}
