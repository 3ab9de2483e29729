package org.testigo.detections;

import com.google.auto.service.AutoService;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.testigo.indicators.IndicatorSet;
import org.testigo.model.ConfigurationProfile;
import org.testigo.model.Finding;
import org.testigo.model.FindingClass;
import org.testigo.model.Observable;
import org.testigo.model.Observation;

/// Is a configuration profile on the phone, and what does it change?
///
/// A profile is weighed by the payload that gives its author the most: one that can read or reroute
/// the traffic, manage the phone or silence notifications is an anomaly; any other (Wi-Fi, mail,
/// web clip) is information. One finding per profile.
@AutoService(Detection.class)
public final class ConfigurationProfiles implements Detection {
  private static final DetectionSpec SPEC =
      new DetectionSpec(
          "ios.profiles",
          FindingClass.ANOMALY,
          List.of("ios.configuration-profiles"),
          List.of(
              "https://developer.apple.com/documentation/devicemanagement/profile-specific-payload-keys",
              "https://docs.mvt.re/en/latest/ios/records/#configuration_profilesjson"));
  private static final Page PAGE = new Page(SPEC, ConfigurationProfiles.class);

  @Override
  public DetectionSpec spec() {
    return SPEC;
  }

  @Override
  public Check begin(IndicatorSet indicators) {
    return new Profiles();
  }

  /// What a payload gives to the author of the profile, the weightiest last.
  enum Power {
    /// Nothing of the below.
    OTHER(FindingClass.INFORMATION, 10),
    /// Which notifications are shown: used to keep warnings away.
    NOTIFICATIONS(FindingClass.ANOMALY, 30),
    /// Which servers resolve names, filter or carry the traffic.
    TRAFFIC(FindingClass.ANOMALY, 30),
    /// Whose certificates are believed, so that encrypted traffic can be read on its way.
    TRUST(FindingClass.ANOMALY, 40),
    /// The phone is managed: apps are installed, settings are changed, data is erased from afar.
    MANAGEMENT(FindingClass.ANOMALY, 40);

    private static final Set<String> TRUSTING =
        Set.of(
            "com.apple.security.root",
            "com.apple.security.pem",
            "com.apple.security.pkcs1",
            "com.apple.security.certificatetransparency");
    private static final Set<String> CARRYING =
        Set.of(
            "com.apple.vpn.managed",
            "com.apple.vpn.managed.applayer",
            "com.apple.vpn.managed.appmapping",
            "com.apple.proxy.http.global",
            "com.apple.dnsSettings.managed",
            "com.apple.dnsProxy.managed",
            "com.apple.webcontent-filter",
            "com.apple.relay.managed",
            "com.apple.apn.managed",
            "com.apple.cellular",
            "com.apple.networkusagerules");

    final FindingClass findingClass;
    final int confidence;

    Power(FindingClass findingClass, int confidence) {
      this.findingClass = findingClass;
      this.confidence = confidence;
    }

    static Power of(String payloadType) {
      if (payloadType.equals("com.apple.mdm")) return MANAGEMENT;
      if (TRUSTING.contains(payloadType)) return TRUST;
      if (CARRYING.contains(payloadType)) return TRAFFIC;
      return payloadType.equals("com.apple.notificationsettings") ? NOTIFICATIONS : OTHER;
    }

    static Power of(ConfigurationProfile profile) {
      return profile.payloadTypes().stream()
          .map(Power::of)
          .max(Comparator.naturalOrder())
          .orElse(OTHER);
    }
  }

  private record Profile(String id, String name, Power power) {}

  private static final class Profiles implements Check {
    private final Groups<Profile> profiles = new Groups<>();
    private long looked;

    @Override
    public boolean looksAt(Class<? extends Observable> kind) {
      return kind == ConfigurationProfile.class;
    }

    @Override
    public void see(Observation observation) {
      if (!(observation.object() instanceof ConfigurationProfile profile)) return;
      looked++;
      var name = profile.displayName().or(profile::identifier).orElse(profile.id());
      profiles.add(
          new Profile(profile.id(), name, Power.of(profile)),
          observation,
          String.join(" ", profile.payloadTypes()));
    }

    @Override
    public Outcome conclude(Coverage coverage) {
      var findings = profiles.judged(PAGE, FindingClass.ANOMALY, Profiles::finding);
      return Assessment.of(SPEC, coverage, looked, findings);
    }

    private static Finding finding(Profile profile, Gathered records) {
      var power = profile.power();
      var prefix =
          switch (power) {
            case OTHER -> "other.";
            case NOTIFICATIONS -> "notifications.";
            case TRAFFIC -> "traffic.";
            case TRUST -> "trust.";
            case MANAGEMENT -> "management.";
          };
      return PAGE.finding(
          power.findingClass,
          prefix,
          profile.id(),
          PAGE.text(prefix + "finding", profile.name(), profile.id()),
          power.confidence,
          records);
    }
  }
}
