package org.testigo.samples.large;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testigo.samples.formats.BinaryPlist;
import org.testigo.samples.formats.Dict;
import org.testigo.samples.formats.SqliteWriter;
import org.testigo.samples.ios.DataUsageDatabase;
import org.testigo.samples.ios.MacTime;
import org.testigo.samples.ios.TccDatabase;

/// Which programs used the network, and what they may use.
final class LargeUsage {
  private static final int DAILY_PROGRAMS = 600;
  private static final int PERMISSIONS = 400;
  private static final int LOOKUPS = 300;

  private LargeUsage() {}

  static void writeTo(Path file, int programs) throws IOException {
    var sown = new Sown<>(Plants.seenAt(Place.DATA_USAGE), programs);
    try (var database = new DataUsageDatabase(SqliteWriter.at(file))) {
      for (int i = 0; i < programs; i++) {
        Instant first = LargeBackup.BEGIN.plusSeconds(i * 400L);
        var planted = sown.at(i);
        String bundle = "com.example.app%d".formatted(i % 500);
        database.add(
            new DataUsageDatabase.Use(
                planted.orElse("programa%d/%s".formatted(i, bundle)),
                planted.isPresent() ? Optional.empty() : Optional.of(bundle),
                first,
                first.plusSeconds(90_000),
                40_000L + i,
                9_000L + i));
      }
      database.finish();
    }
  }

  /// The list `netUsageBaseline` of OSAnalytics.
  static byte[] daily() {
    var sown = new Sown<>(Plants.seenAt(Place.DAILY_USAGE), DAILY_PROGRAMS);
    var programs = new ArrayList<Dict.Entry>();
    for (int i = 0; i < DAILY_PROGRAMS; i++) {
      List<Object> counted =
          List.of(LargeBackup.BEGIN.plusSeconds(i * 86_400L), 1.0, 2.0, 3.0, 4.0);
      programs.add(new Dict.Entry(sown.at(i).orElse("diario" + i), counted));
    }
    return BinaryPlist.write(Dict.of("netUsageBaseline", new Dict(programs)));
  }

  static byte[] permissions() throws IOException {
    var sown = new Sown<>(Plants.seenAt(Place.PERMISSION), PERMISSIONS);
    var grants = new ArrayList<TccDatabase.Grant>();
    for (int i = 0; i < PERMISSIONS; i++)
      grants.add(
          new TccDatabase.Grant(
              "kTCCServiceMicrophone",
              sown.at(i).orElse("com.example.app" + i),
              i % 3 != 0,
              LargeBackup.BEGIN.plusSeconds(i * 3_600L)));
    return TccDatabase.write(grants);
  }

  static byte[] identityLookups() {
    var sown = new Sown<>(Plants.seenAt(Place.IDENTITY_LOOKUP), LOOKUPS);
    var accounts = new ArrayList<Dict.Entry>();
    for (int i = 0; i < LOOKUPS; i++) {
      double at = MacTime.seconds(LargeBackup.BEGIN.plusSeconds(i * 7_200L));
      String account = sown.at(i).orElse("mailto:persona%d@correo.example".formatted(i));
      accounts.add(new Dict.Entry(account, Dict.of("LookupDate", at, "IDStatus", 1)));
    }
    return BinaryPlist.write(Dict.of("com.apple.madrid", new Dict(accounts)));
  }
}
