package org.testigo.detections;

import com.google.auto.service.AutoService;
import java.util.List;
import org.testigo.indicators.IndicatorSet;
import org.testigo.model.Finding;
import org.testigo.model.FindingClass;
import org.testigo.model.Observable;
import org.testigo.model.Observation;
import org.testigo.model.ProcessObject;

/// Is network usage left of a program whose own record is gone?
///
/// The phone keeps programs and their usage in two tables, and takes both away together. Usage
/// without its program means that somebody or something removed the program's row alone. One
/// finding for the phone: the rows have no name that would tell them apart.
@AutoService(Detection.class)
public final class DataUsageProcessGone implements Detection {
  private static final DetectionSpec SPEC =
      new DetectionSpec(
          "ios.data-usage-process-gone",
          FindingClass.ANOMALY,
          List.of("ios.data-usage"),
          List.of(
              "https://www.amnesty.org/en/latest/research/2021/07/forensic-methodology-report-how-to-catch-nso-groups-pegasus/"));
  private static final Page PAGE = new Page(SPEC, DataUsageProcessGone.class);
  private static final int CONFIDENCE = 50;

  @Override
  public DetectionSpec spec() {
    return SPEC;
  }

  @Override
  public Check begin(IndicatorSet indicators) {
    return new LeftUsage();
  }

  private static final class LeftUsage implements Check {
    private final Gathered left = new Gathered();
    private long looked;

    @Override
    public boolean looksAt(Class<? extends Observable> kind) {
      return kind == ProcessObject.class;
    }

    @Override
    public void see(Observation observation) {
      if (!(observation.object() instanceof ProcessObject program)) return;
      looked++;
      if (program.name().isEmpty() && program.usage().isPresent())
        left.add(observation, DataUsageGaps.keyOf(program));
    }

    @Override
    public Outcome conclude(Coverage coverage) {
      List<Finding> findings = left.count() == 0 ? List.of() : List.of(finding());
      return Assessment.of(SPEC, coverage, looked, findings);
    }

    private Finding finding() {
      var title = PAGE.text("finding", left.count());
      return PAGE.finding(FindingClass.ANOMALY, "", "", title, CONFIDENCE, left);
    }
  }
}
