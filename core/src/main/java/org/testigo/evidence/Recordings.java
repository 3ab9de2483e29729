package org.testigo.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.formats.bytes.SourceStream;
import org.testigo.formats.compression.Compression;
import org.testigo.model.Device;
import org.testigo.model.EvidenceKind;
import org.testigo.model.Location;
import org.testigo.model.MalformedException;
import org.testigo.model.Source;
import org.testigo.model.Unreadable;

/// Recorded network traffic: captures and logs, one file or a folder of them, in the order of their
/// names. The domain of a file is the word of its [RecordingKind], empty where it is none.
///
/// Files that are compressed are given as they are; whoever reads them unpacks them as a stream.
final class Recordings implements Evidence {
  /// Where the files were recorded is not in them.
  private static final Device NO_DEVICE =
      new Device(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty());

  private final String name;
  private final Container container;
  private final List<EvidenceFile> files = new ArrayList<>();
  private final Map<String, Integer> indexes = new HashMap<>();

  /// @param container closed with this
  Recordings(String name, Container container) {
    this.name = name;
    this.container = container;
    var members = container.members();
    for (int i = 0; i < members.size(); i++) {
      var member = members.get(i);
      String domain = kind(container, i).map(RecordingKind::word).orElse("");
      indexes.put(member.name(), i);
      files.add(new EvidenceFile(member.name(), domain, member.name(), member.sizeBytes(), true));
    }
  }

  /// What a file is, from its name and its first bytes, unpacked; damage of the packing tells
  /// nothing.
  private static Optional<RecordingKind> kind(Container container, int index) {
    byte[] start = container.start(index, RecordingKind.START_BYTES);
    return RecordingKind.of(container.members().get(index).name(), unpacked(start));
  }

  private static byte[] unpacked(byte[] start) {
    if (Compression.recognise(start) == Compression.NONE) return start;
    byte[] into = new byte[RecordingKind.START_BYTES];
    int count = 0;
    try (var stream = Compression.open(new SourceStream(ByteSource.of(start)))) {
      for (int more = 0; more >= 0 && count < into.length; count += Math.max(more, 0))
        more = stream.read(into, count, into.length - count);
    } catch (MalformedException e) {
      // Only its beginning was given: it ends early, and what came before is enough.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Arrays.copyOf(into, count);
  }

  /// Whether it has a file of this kind.
  boolean has(RecordingKind kind) {
    return files.stream().anyMatch(file -> file.domain().equals(kind.word()));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public EvidenceKind kind() {
    return EvidenceKind.CAPTURE;
  }

  @Override
  public Device device() {
    return NO_DEVICE;
  }

  @Override
  public List<EvidenceFile> files() {
    return List.copyOf(files);
  }

  @Override
  public List<Unreadable> listingFaults() {
    return container.faults().list().stream()
        .map(fault ->
            new Unreadable(
                new Source("evidence", name, Location.WHOLE), fault.reason(), fault.detail()))
        .toList();
  }

  @Override
  public ByteSource open(EvidenceFile file) {
    return openRaw(file);
  }

  @Override
  public ByteSource openRaw(EvidenceFile file) {
    Integer index = indexes.get(file.handedInAs());
    if (index == null) throw new IllegalArgumentException("no file " + file.handedInAs());
    return container.open(index);
  }

  @Override
  public OptionalLong listedSizeBytes(EvidenceFile file) {
    return OptionalLong.empty();
  }

  @Override
  public Optional<ByteSource> container() {
    return container.bytes();
  }

  @Override
  public void close() {
    container.close();
  }
}
