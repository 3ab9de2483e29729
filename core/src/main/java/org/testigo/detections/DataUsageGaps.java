package org.testigo.detections;

import com.google.auto.service.AutoService;
import java.util.List;
import org.testigo.indicators.IndicatorSet;
import org.testigo.model.Finding;
import org.testigo.model.FindingClass;
import org.testigo.model.Observable;
import org.testigo.model.Observation;
import org.testigo.model.ProcessObject;

/// Are numbers missing in the list of programs that used the network?
///
/// The phone numbers the programs one after the other, so a missing number is a row that was taken
/// away. That happens on healthy phones too, which is why the confidence is low. One finding for
/// the phone, with the first number of every run that is missing.
@AutoService(Detection.class)
public final class DataUsageGaps implements Detection {
  private static final DetectionSpec SPEC =
      new DetectionSpec(
          "ios.data-usage-gaps",
          FindingClass.ANOMALY,
          List.of("ios.data-usage"),
          List.of(
              "https://www.amnesty.org/en/latest/research/2021/07/forensic-methodology-report-how-to-catch-nso-groups-pegasus/"));
  private static final Page PAGE = new Page(SPEC, DataUsageGaps.class);
  private static final int CONFIDENCE = 10;

  @Override
  public DetectionSpec spec() {
    return SPEC;
  }

  @Override
  public Check begin(IndicatorSet indicators) {
    return new MissingKeys();
  }

  /// The number under which the phone keeps a program, for an example; empty where it has none.
  static String keyOf(ProcessObject program) {
    return program.key().isPresent() ? Long.toString(program.key().getAsLong()) : "";
  }

  private static final class MissingKeys implements Check {
    private final Gathered runs = new Gathered();
    private long looked;

    @Override
    public boolean looksAt(Class<? extends Observable> kind) {
      return kind == ProcessObject.class;
    }

    @Override
    public void see(Observation observation) {
      if (!(observation.object() instanceof ProcessObject program)) return;
      looked++;
      if (program.name().isEmpty() && program.usage().isEmpty())
        runs.add(observation, keyOf(program));
    }

    @Override
    public Outcome conclude(Coverage coverage) {
      List<Finding> findings = runs.count() == 0 ? List.of() : List.of(finding());
      return Assessment.of(SPEC, coverage, looked, findings);
    }

    private Finding finding() {
      var title = PAGE.text("finding", runs.count());
      return PAGE.finding(FindingClass.ANOMALY, "", "", title, CONFIDENCE, runs);
    }
  }
}
