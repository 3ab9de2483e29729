package org.testigo.artifacts.network;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.testigo.artifacts.Artifact;
import org.testigo.artifacts.ArtifactFile;
import org.testigo.artifacts.ArtifactSpec;
import org.testigo.artifacts.Place;
import org.testigo.artifacts.Presence;
import org.testigo.artifacts.Readings;
import org.testigo.evidence.RecordingKind;
import org.testigo.formats.bytes.SourceStream;
import org.testigo.formats.capture.CaptureReader;
import org.testigo.formats.compression.Compression;
import org.testigo.model.DataClass;
import org.testigo.model.Location;
import org.testigo.model.Moment;
import org.testigo.model.Observable;
import org.testigo.model.Unreadable.Reason;
import org.testigo.traffic.CaptureTotals;
import org.testigo.traffic.TrafficReader;
import org.testigo.traffic.TrafficSink;

/// Recorded network traffic, as pcap or pcapng, also compressed: every flow, and what was said in
/// the clear at its beginning. Readings come when they are complete, flows at their end. Locations
/// are numbers of frames, counted from 1 in each file.
///
/// Times are those that the recording program wrote, in UTC.
///
/// Reported: a capture that ends inside a frame or goes on with what is no frame, messages that the
/// capture does not hold to their end, headers that cannot be, link types that are not read.
@AutoService(Artifact.class)
public final class Capture implements Artifact {
  private static final ArtifactSpec SPEC =
      new ArtifactSpec(
          "network.capture",
          DataClass.TRAFFIC,
          List.of(Place.inTraffic(RecordingKind.CAPTURE)),
          Presence.OPTIONAL,
          "capture program",
          true,
          "pcap 2.4, pcapng 1.0",
          List.of(
              "https://www.ietf.org/archive/id/draft-ietf-opsawg-pcap-07.html",
              "https://www.ietf.org/archive/id/draft-ietf-opsawg-pcapng-05.html"));

  @Override
  public ArtifactSpec spec() {
    return SPEC;
  }

  @Override
  public void parse(ArtifactFile file, Readings readings) {
    try (var content = Compression.open(new SourceStream(file.content()))) {
      var frames = CaptureReader.open(content);
      var reader = new TrafficReader(new Sink(readings));
      var totals = reader.read(frames, file.budget());
      frames
          .cutShort()
          .ifPresent(how ->
              readings.unreadable(new Location.Frame(frames.number() + 1), Reason.MALFORMED, how));
      readings.layout(layout(frames, totals));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String layout(CaptureReader frames, CaptureTotals totals) {
    return "%s: %d frames in %d seconds, %d flows; %d connections were begun before it, %d were seen in one direction only, %d frames were cut"
        .formatted(
            frames.format(),
            totals.frames(),
            totals.duration().toSeconds(),
            totals.flows(),
            totals.midstream(),
            totals.oneSided(),
            totals.cutFrames());
  }

  private record Sink(Readings readings) implements TrafficSink {
    @Override
    public void observed(Observable object, long frame, List<Moment> moments) {
      readings.observed(object, new Location.Frame(frame), moments);
    }

    @Override
    public void unreadable(long frame, Reason reason, String detail) {
      readings.unreadable(new Location.Frame(frame), reason, detail);
    }
  }
}
