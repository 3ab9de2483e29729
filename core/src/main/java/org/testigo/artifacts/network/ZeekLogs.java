package org.testigo.artifacts.network;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import org.testigo.artifacts.Artifact;
import org.testigo.artifacts.ArtifactFile;
import org.testigo.artifacts.ArtifactSpec;
import org.testigo.artifacts.Place;
import org.testigo.artifacts.Presence;
import org.testigo.artifacts.Readings;
import org.testigo.evidence.RecordingKind;
import org.testigo.formats.lines.LineReader.Line;
import org.testigo.model.DataClass;
import org.testigo.model.Location;
import org.testigo.model.UnsupportedLayoutException;

/// Logs of Zeek about connections: tables with a header, or a JSON object per line; rotated and
/// compressed ones, and those of open connections, too.
///
/// | log | each entry is |
/// |---|---|
/// | `conn` | a flow; one of `open_conn` is written again every so often while the connection lasts |
/// | `dns` | the look-up of a name |
/// | `ssl`, `quic` | a handshake, with the certificates that `x509` and `files` beside it tell |
/// | `http` | a request and its answer, without passwords |
/// | `dhcp` | the hardware address and the name of a device |
/// | `x509`, `files` | read where `ssl` names them |
///
/// Times are seconds since 1970 in UTC. Known from Zeek 2.5 to 6.
@AutoService(Artifact.class)
public final class ZeekLogs implements Artifact {
  private static final Set<String> KNOWN =
      Set.of("conn", "dns", "ssl", "quic", "http", "dhcp", "x509", "files");

  private static final ArtifactSpec SPEC =
      new ArtifactSpec(
          "network.zeek-logs",
          DataClass.TRAFFIC,
          List.of(Place.inTraffic(RecordingKind.ZEEK)),
          Presence.OPTIONAL,
          "Zeek",
          true,
          "Zeek 2.5 to 6",
          List.of(
              "https://docs.zeek.org/en/master/log-formats.html",
              "https://docs.zeek.org/en/master/logs/conn.html"));

  @Override
  public ArtifactSpec spec() {
    return SPEC;
  }

  static boolean isKnown(String path) {
    return KNOWN.contains(path);
  }

  @Override
  public void parse(ArtifactFile file, Readings readings) {
    var log = new Log(file, readings);
    LogLines.read(file, readings, log::take);
    log.finish();
  }

  /// One log while it is read.
  private static final class Log {
    private final Readings readings;
    private final ZeekEntries entries;
    private final ZeekHandshakes handshakes;
    private long count;

    Log(ArtifactFile file, Readings readings) {
      this.readings = readings;
      entries = new ZeekEntries(file.file().path());
      handshakes = new ZeekHandshakes(new ZeekCertificates(file, readings));
    }

    void take(Line line) {
      var entry = entries.entry(line);
      if (entry.isEmpty()) return;
      count++;
      observe(entry.get(), new Location.Line(line.number()));
    }

    private void observe(LogRow entry, Location place) {
      switch (entries.path()) {
        case "conn" -> ZeekFlows.observe(entry, entries.isOfOpenConnections(), place, readings);
        case "dns" -> ZeekLookups.observe(entry, place, readings);
        case "ssl" -> handshakes.observe(entry, place, readings);
        case "quic" -> handshakes.observeQuic(entry, place, readings);
        case "http" -> ZeekExchanges.observe(entry, place, readings);
        case "dhcp" -> ZeekLeases.observe(entry, place, readings);
        case "x509", "files" -> {
          // Each is told with the handshake in which it was shown.
        }
        default ->
            throw new UnsupportedLayoutException(
                "a log of Zeek of path \"%s\", expected one of %s"
                    .formatted(entries.path(), KNOWN.stream().sorted().toList()));
      }
    }

    void finish() {
      String open = entries.isOfOpenConnections() ? " of open connections" : "";
      readings.layout("Zeek " + entries.path() + open + (count == 0 ? ", without entries" : ""));
    }
  }
}
