package org.testigo.detections;

import com.google.auto.service.AutoService;
import java.util.List;
import org.testigo.indicators.IndicatorSet;
import org.testigo.model.Finding;
import org.testigo.model.FindingClass;
import org.testigo.model.Observable;
import org.testigo.model.Observation;
import org.testigo.model.ProfileEvent;

/// Was a configuration profile ever installed, updated or removed?
///
/// The log of the phone keeps events of profiles that are no longer there. One finding per profile,
/// with its operations and the programs that did them.
@AutoService(Detection.class)
public final class ProfileEvents implements Detection {
  private static final DetectionSpec SPEC =
      new DetectionSpec(
          "ios.profile-events",
          FindingClass.ANOMALY,
          List.of("ios.profile-events"),
          List.of("https://docs.mvt.re/en/latest/ios/records/#profile_eventsjson"));
  private static final Page PAGE = new Page(SPEC, ProfileEvents.class);
  private static final int CONFIDENCE = 15;

  @Override
  public DetectionSpec spec() {
    return SPEC;
  }

  @Override
  public Check begin(IndicatorSet indicators) {
    return new Events();
  }

  private static final class Events implements Check {
    private final Groups<String> profiles = new Groups<>();
    private long looked;

    @Override
    public boolean looksAt(Class<? extends Observable> kind) {
      return kind == ProfileEvent.class;
    }

    @Override
    public void see(Observation observation) {
      if (!(observation.object() instanceof ProfileEvent event)) return;
      looked++;
      profiles.add(
          event.profileId(), observation, event.operation() + " (" + event.process() + ")");
    }

    @Override
    public Outcome conclude(Coverage coverage) {
      var findings = profiles.judged(PAGE, FindingClass.ANOMALY, Events::finding);
      return Assessment.of(SPEC, coverage, looked, findings);
    }

    private static Finding finding(String profile, Gathered events) {
      var title = PAGE.text("finding", profile, events.count());
      return PAGE.finding(FindingClass.ANOMALY, "", profile, title, CONFIDENCE, events);
    }
  }
}
