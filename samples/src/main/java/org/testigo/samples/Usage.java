package org.testigo.samples;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.testigo.samples.formats.BinaryPlist;
import org.testigo.samples.formats.Dict;
import org.testigo.samples.formats.SqliteWriter;
import org.testigo.samples.ios.DataUsageDatabase;
import org.testigo.samples.ios.DataUsageDatabase.Use;

/// Which programs used the network, as two programs of the phone recorded it.
final class Usage {
  private static final long SEED = 77;

  private static final List<String> OF_THE_SYSTEM =
      List.of(
          "mDNSResponder",
          "apsd",
          "cloudd",
          "nsurlsessiond",
          "identityservicesd",
          "assistantd",
          "mediaserverd",
          "timed",
          "softwareupdateservicesd",
          "trustd",
          "locationd",
          "itunesstored",
          "akd",
          "bird",
          "rapportd",
          "dataaccessd",
          "accountsd",
          "imagent",
          "parsecd",
          "mobileassetd",
          "geod",
          "weatherd",
          "symptomsd",
          "appstored",
          "familycircled",
          "amsaccountsd",
          "remindd",
          "CommCenter",
          "wifid",
          "searchpartyd");

  private Usage() {}

  static byte[] dataUsage(Variant variant) throws IOException {
    try (var database = new DataUsageDatabase(SqliteWriter.inMemory())) {
      everyday().forEach(database::add);
      if (variant.hasImplant()) {
        database.add(implant());
        database.addWithoutProgram(
            new Use(
                "",
                Optional.empty(),
                Ocelote.FIRST_RAN_AT,
                Ocelote.FIRST_RAN_AT.plusSeconds(40),
                310_442,
                18_220));
      }
      return database.finish();
    }
  }

  /// The list `netUsageBaseline`: date, Wi-Fi in and out, mobile in and out, in bytes.
  static byte[] daily(Variant variant) {
    var baseline = new ArrayList<Dict.Entry>();
    for (Use use : everyday()) baseline.add(new Dict.Entry(use.name(), counted(use)));
    if (variant.hasImplant()) baseline.add(new Dict.Entry(Ocelote.PROGRAM, counted(implant())));
    return BinaryPlist.write(Dict.of("netUsageBaseline", new Dict(baseline)));
  }

  private static List<Object> counted(Use use) {
    return List.of(
        use.last(),
        use.bytesIn() * 5.0,
        use.bytesOut() * 3.0,
        (double) use.bytesIn(),
        (double) use.bytesOut());
  }

  private static Use implant() {
    return new Use(
        Ocelote.PROGRAM,
        Optional.empty(),
        Ocelote.FIRST_RAN_AT,
        Ocelote.LAST_RAN_AT,
        2_114_930,
        418_774_016);
  }

  private static List<Use> everyday() {
    var random = new Random(SEED);
    var uses = new ArrayList<Use>();
    for (String name : OF_THE_SYSTEM) uses.add(use(random, name, Optional.empty()));
    for (Apps.App app : Apps.FROM_THE_STORE)
      uses.add(use(random, app.program() + "/" + app.bundle(), Optional.of(app.bundle())));
    return uses;
  }

  private static Use use(Random random, String name, Optional<String> bundle) {
    Instant first = MadeUpPhone.SET_UP_AT.plusSeconds(random.nextInt(900_000));
    Duration life = Duration.between(first, MadeUpPhone.TAKEN_AT);
    Instant last = MadeUpPhone.TAKEN_AT.minusSeconds(random.nextLong(life.toSeconds() / 4));
    return new Use(
        name, bundle, first, last, random.nextInt(90_000_000), random.nextInt(9_000_000));
  }
}
