package org.testigo.detections;

import com.google.auto.service.AutoService;
import java.util.List;
import org.testigo.indicators.IndicatorSet;
import org.testigo.model.Finding;
import org.testigo.model.FindingClass;
import org.testigo.model.IdentityLookup;
import org.testigo.model.Observable;
import org.testigo.model.Observation;

/// Does an address that a messaging service looked up hold NUL bytes?
///
/// No number and no e-mail address has them. Such entries were seen on phones that were attacked
/// through iMessage, where a malformed address was part of the attack. One finding for the phone.
@AutoService(Detection.class)
public final class NulBytesInAddress implements Detection {
  private static final DetectionSpec SPEC =
      new DetectionSpec(
          "ios.nul-in-address",
          FindingClass.ANOMALY,
          List.of("ios.id-status-cache"),
          List.of(
              "https://www.amnesty.org/en/latest/research/2021/07/forensic-methodology-report-how-to-catch-nso-groups-pegasus/"));
  private static final Page PAGE = new Page(SPEC, NulBytesInAddress.class);
  private static final int CONFIDENCE = 60;

  @Override
  public DetectionSpec spec() {
    return SPEC;
  }

  @Override
  public Check begin(IndicatorSet indicators) {
    return new Addresses();
  }

  private static final class Addresses implements Check {
    private final Gathered malformed = new Gathered();
    private long looked;

    @Override
    public boolean looksAt(Class<? extends Observable> kind) {
      return kind == IdentityLookup.class;
    }

    @Override
    public void see(Observation observation) {
      if (!(observation.object() instanceof IdentityLookup lookup)) return;
      looked++;
      if (lookup.account().indexOf('\0') >= 0) malformed.add(observation, lookup.account());
    }

    @Override
    public Outcome conclude(Coverage coverage) {
      List<Finding> findings = malformed.count() == 0 ? List.of() : List.of(finding());
      return Assessment.of(SPEC, coverage, looked, findings);
    }

    private Finding finding() {
      var title = PAGE.text("finding", malformed.count());
      return PAGE.finding(FindingClass.ANOMALY, "", "", title, CONFIDENCE, malformed);
    }
  }
}
