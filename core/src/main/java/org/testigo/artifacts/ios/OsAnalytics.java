package org.testigo.artifacts.ios;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.testigo.artifacts.Artifact;
import org.testigo.artifacts.ArtifactFile;
import org.testigo.artifacts.ArtifactSpec;
import org.testigo.artifacts.Place;
import org.testigo.artifacts.Presence;
import org.testigo.artifacts.Readings;
import org.testigo.formats.plist.PlistValue;
import org.testigo.formats.plist.PlistValue.Entry;
import org.testigo.model.DataClass;
import org.testigo.model.Location;
import org.testigo.model.MalformedException;
import org.testigo.model.Moment;
import org.testigo.model.ProcessObject;
import org.testigo.model.ProcessObject.DataVolume;
import org.testigo.model.Unreadable;

/// Which programs used the network, and how much, as the daily analytics keep it.
///
/// Each key of `netUsageBaseline` is the name of a process, with a list of five: the date when it
/// was recorded (UTC), and the bytes that came in and went out by Wi-Fi, and that came in and went
/// out by the mobile network. Each gives a [ProcessObject].
@AutoService(Artifact.class)
public final class OsAnalytics implements Artifact {
  private static final String BASELINE = "netUsageBaseline";
  private static final int FIELDS = 5;

  private static final ArtifactSpec SPEC =
      new ArtifactSpec(
          "ios.osanalytics-addaily",
          DataClass.USAGE,
          List.of(
              Place.inBackup(
                  "HomeDomain", "Library/Preferences/com.apple.osanalytics.addaily.plist")),
          Presence.OPTIONAL,
          "osanalyticshelper",
          true,
          "iOS 12 to 26",
          List.of("https://docs.mvt.re/en/latest/ios/records/#os_analytics_ad_dailyjson"));

  @Override
  public ArtifactSpec spec() {
    return SPEC;
  }

  @Override
  public void parse(ArtifactFile file, Readings readings) {
    var baseline = PlistFile.dictionary(file, readings).dictionary(BASELINE);
    if (baseline.isEmpty()) readings.layout("without " + BASELINE);
    else baseline.get().entries().forEach(entry -> read(entry, readings));
  }

  private static void read(Entry entry, Readings readings) {
    var location = new Location.Key(BASELINE + "/" + entry.key());
    try {
      var fields = fields(entry.value());
      readings.observed(process(entry.key(), fields), location, moments(fields));
    } catch (MalformedException e) {
      readings.unreadable(location, Unreadable.Reason.MALFORMED, e.detail());
      // The name alone says that the program was there.
      readings.observed(named(entry.key(), Optional.empty()), location, List.of());
    }
  }

  private static List<PlistValue> fields(PlistValue value) {
    if (!(value instanceof PlistValue.Array array)) {
      throw new MalformedException(-1, value.kind() + ", expected a list of " + FIELDS);
    }
    var fields = array.values();
    if (fields.size() < FIELDS) {
      throw new MalformedException(
          -1, "a list of %d, expected %d".formatted(fields.size(), FIELDS));
    }
    return fields;
  }

  private static ProcessObject process(String name, List<PlistValue> fields) {
    return named(
        name,
        Optional.of(
            new DataVolume(
                bytes(fields.get(1)),
                bytes(fields.get(2)),
                bytes(fields.get(3)),
                bytes(fields.get(4)))));
  }

  private static ProcessObject named(String name, Optional<DataVolume> usage) {
    return new ProcessObject(Optional.of(name), Optional.empty(), OptionalLong.empty(), usage);
  }

  private static OptionalLong bytes(PlistValue value) {
    return switch (value) {
      case PlistValue.Whole whole when whole.asLong().isPresent() -> whole.asLong();
      case PlistValue.Real(double real) when Double.isFinite(real) ->
          OptionalLong.of(Math.round(real));
      default -> throw new MalformedException(-1, value.kind() + ", expected a number of bytes");
    };
  }

  private static List<Moment> moments(List<PlistValue> fields) {
    if (fields.getFirst() instanceof PlistValue.Date(var at, String raw)) {
      return List.of(new Moment(Moment.Meaning.RECORDED, at, raw));
    }
    throw new MalformedException(-1, fields.getFirst().kind() + ", expected a date");
  }
}
