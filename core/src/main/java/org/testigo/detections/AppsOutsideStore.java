package org.testigo.detections;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.testigo.indicators.IndicatorSet;
import org.testigo.model.Finding;
import org.testigo.model.FindingClass;
import org.testigo.model.Observable;
import org.testigo.model.Observation;
import org.testigo.model.Software;

/// Was an app installed by something other than the App Store or the management of an organization?
///
/// The phone records which program asked for an app to be installed. Other programs of Apple
/// (TestFlight, Settings, Setup) do so as well; those apps are told as information. Apps of which
/// no installer is recorded, such as those that come with the phone, are not judged. One finding
/// per app.
@AutoService(Detection.class)
public final class AppsOutsideStore implements Detection {
  private static final DetectionSpec SPEC =
      new DetectionSpec(
          "ios.apps-outside-store",
          FindingClass.ANOMALY,
          List.of("ios.applications"),
          List.of("https://docs.mvt.re/en/latest/ios/records/#applicationsjson"));
  private static final Page PAGE = new Page(SPEC, AppsOutsideStore.class);
  private static final int CONFIDENCE = 30;

  /// The App Store with its extensions, and the daemon that installs what an organization's mobile
  /// device management orders.
  private static final Set<String> STORE_OR_MANAGEMENT =
      Set.of(
          "com.apple.appstore",
          "com.apple.appstore.productpageextension",
          "com.apple.appstored",
          "com.apple.dmd",
          "dmd");

  @Override
  public DetectionSpec spec() {
    return SPEC;
  }

  @Override
  public Check begin(IndicatorSet indicators) {
    return new Apps();
  }

  private record App(String id, String installer) {
    FindingClass findingClass() {
      boolean isApples = installer.toLowerCase(Locale.ROOT).startsWith("com.apple.");
      return isApples ? FindingClass.INFORMATION : FindingClass.ANOMALY;
    }
  }

  private static final class Apps implements Check {
    private final Groups<App> outside = new Groups<>();
    private long looked;

    @Override
    public boolean looksAt(Class<? extends Observable> kind) {
      return kind == Software.class;
    }

    @Override
    public void see(Observation observation) {
      if (!(observation.object() instanceof Software app) || app.installer().isEmpty()) return;
      String installer = app.installer().get();
      looked++;
      if (!installer.isBlank() && !STORE_OR_MANAGEMENT.contains(installer.toLowerCase(Locale.ROOT)))
        outside.add(new App(app.id(), installer), observation, installer);
    }

    @Override
    public Outcome conclude(Coverage coverage) {
      var findings = outside.judged(PAGE, FindingClass.ANOMALY, Apps::finding);
      return Assessment.of(SPEC, coverage, looked, findings);
    }

    private static Finding finding(App app, Gathered records) {
      String prefix = app.findingClass() == FindingClass.ANOMALY ? "outside." : "apple.";
      var title = PAGE.text(prefix + "finding", app.id(), app.installer());
      return PAGE.finding(
          app.findingClass(), prefix, app.id() + " " + app.installer(), title, CONFIDENCE, records);
    }
  }
}
