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
import org.testigo.evidence.EvidenceFile;
import org.testigo.evidence.RecordingKind;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.formats.bytes.SourceStream;
import org.testigo.formats.compression.Compression;
import org.testigo.formats.netflow.FlowRecord;
import org.testigo.formats.netflow.FlowSink;
import org.testigo.formats.netflow.FlowTemplates;
import org.testigo.formats.netflow.NetflowReader;
import org.testigo.model.Budget;
import org.testigo.model.DataClass;
import org.testigo.model.Limit;
import org.testigo.model.LimitHitException;
import org.testigo.model.Location;
import org.testigo.model.MalformedException;

/// Flows as routers and firewalls tell them: files of NetFlow 5, NetFlow 9 and IPFIX datagrams as
/// they were sent, one after the other, also compressed.
///
/// Each record becomes a flow; see [FlowRecords]. A template may stand in another file of the same
/// folder: it is used where all files of the folder agree on it.
@AutoService(Artifact.class)
public final class NetFlowDatagrams implements Artifact {
  private static final int FILE_AT_MOST_BYTES = 256 << 20;

  /// What is read of other files to find a template.
  private static final long NEIGHBOURS_AT_MOST_BYTES = 64L << 20;

  private static final ArtifactSpec SPEC =
      new ArtifactSpec(
          "network.netflow",
          DataClass.TRAFFIC,
          List.of(Place.inTraffic(RecordingKind.NETFLOW)),
          Presence.OPTIONAL,
          "flow exporter",
          true,
          "NetFlow 5 and 9, IPFIX",
          List.of(
              "https://www.rfc-editor.org/rfc/rfc3954",
              "https://www.rfc-editor.org/rfc/rfc7011",
              "https://www.iana.org/assignments/ipfix/ipfix.xhtml"));

  @Override
  public ArtifactSpec spec() {
    return SPEC;
  }

  @Override
  public void parse(ArtifactFile file, Readings readings) {
    var sink = new Sink(readings);
    var reader = new NetflowReader(new FlowTemplates(), sink, file.budget());
    byte[] bytes = unpacked(file.content(), FILE_AT_MOST_BYTES, file.budget());
    if (bytes.length == 0) throw new MalformedException(0, "an empty file, expected datagrams");
    reader.read(bytes);
    reader.finish(reader.isWaiting() ? told(file) : new FlowTemplates());
    sink.finish();
  }

  /// The templates of the other files of the folder.
  private static FlowTemplates told(ArtifactFile file) {
    var together = new FlowTemplates();
    long left = NEIGHBOURS_AT_MOST_BYTES;
    for (EvidenceFile other : file.neighbours().files()) {
      if (!folder(other).equals(folder(file.file())) || other.sizeBytes() > left) continue;
      left -= other.sizeBytes();
      together.agree(told(other, file));
    }
    return together;
  }

  private static FlowTemplates told(EvidenceFile other, ArtifactFile file) {
    var templates = new FlowTemplates();
    try (var content = file.neighbours().open(other)) {
      byte[] bytes = unpacked(content, FILE_AT_MOST_BYTES, file.budget());
      new NetflowReader(templates, Silent.SINK, file.budget()).read(bytes);
    } catch (MalformedException e) {
      // Its damage is told where it is parsed itself.
      return templates;
    }
    return templates;
  }

  private static String folder(EvidenceFile file) {
    return file.path().substring(0, file.path().lastIndexOf('/') + 1);
  }

  private static byte[] unpacked(ByteSource content, int atMostBytes, Budget budget) {
    try (var stream = Compression.open(new SourceStream(content))) {
      byte[] bytes = stream.readNBytes(atMostBytes);
      if (stream.read() >= 0) throw new LimitHitException(Limit.BYTES, atMostBytes);
      budget.spendBytes(bytes.length);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Takes only templates.
  private enum Silent implements FlowSink {
    SINK;

    @Override
    public void flow(FlowRecord flow) {}

    @Override
    public void other(long offsetBytes) {}

    @Override
    public void unreadable(MalformedException damage) {}
  }

  private static final class Sink implements FlowSink {
    private final Readings readings;
    private long others;

    Sink(Readings readings) {
      this.readings = readings;
    }

    @Override
    public void flow(FlowRecord flow) {
      readings.observed(
          FlowRecords.traffic(flow),
          new Location.Offset(flow.offsetBytes()),
          FlowRecords.moments(flow));
    }

    @Override
    public void other(long offsetBytes) {
      others++;
    }

    @Override
    public void unreadable(MalformedException damage) {
      readings.unreadable(damage);
    }

    void finish() {
      if (others > 0) readings.layout("%d records without addresses".formatted(others));
    }
  }
}
