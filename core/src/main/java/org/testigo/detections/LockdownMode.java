package org.testigo.detections;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.testigo.indicators.IndicatorSet;
import org.testigo.model.Finding;
import org.testigo.model.FindingClass;
import org.testigo.model.Observable;
import org.testigo.model.Observation;
import org.testigo.model.Setting;

/// Is Lockdown Mode on?
///
/// Information only: it says how the phone was protected when the evidence was taken. The key is
/// `LDMGlobalEnabled` of the global preferences (iOS 16 and later).
@AutoService(Detection.class)
public final class LockdownMode implements Detection {
  private static final DetectionSpec SPEC =
      new DetectionSpec(
          "ios.lockdown-mode",
          FindingClass.INFORMATION,
          List.of("ios.global-preferences"),
          List.of("https://support.apple.com/105120"));
  private static final Page PAGE = new Page(SPEC, LockdownMode.class);

  /// How a property list's `true` may be written.
  private static final Set<String> ON = Set.of("true", "1", "yes");

  @Override
  public DetectionSpec spec() {
    return SPEC;
  }

  @Override
  public Check begin(IndicatorSet indicators) {
    return new Preferences();
  }

  private static final class Preferences implements Check {
    private final Gathered on = new Gathered();
    private long looked;

    @Override
    public boolean looksAt(Class<? extends Observable> kind) {
      return kind == Setting.class;
    }

    @Override
    public void see(Observation observation) {
      if (!(observation.object() instanceof Setting setting)
          || !setting.name().equals("LDMGlobalEnabled")) return;
      looked++;
      if (ON.contains(setting.value())) on.add(observation, setting.value());
    }

    @Override
    public Outcome conclude(Coverage coverage) {
      List<Finding> findings = on.count() == 0 ? List.of() : List.of(finding());
      return Assessment.of(SPEC, coverage, looked, findings);
    }

    private Finding finding() {
      return PAGE.finding(FindingClass.INFORMATION, "", "", PAGE.text("finding"), 95, on);
    }
  }
}
