package org.testigo.scanning;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.testigo.formats.compression.Compression;
import org.testigo.model.MalformedException;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.ScanTime;
import org.testigo.scans.LineFormat.Beginning;
import org.testigo.scans.ScanFormat;
import org.testigo.scans.ScanFormat.Head;

/// An input that is open, and its first bytes as they are without compression.
///
/// @param stream everything, the first bytes included
/// @param head fewer than [#HEAD_BYTES] only where the input is shorter or damaged
/// @param damage why the input could not be read from its first byte on; empty where it could
record OpenedInput(
    ScanInput input, InputStream stream, Head head, Compression compression, String damage)
    implements AutoCloseable {
  /// Enough for the first line of most formats.
  static final int HEAD_BYTES = 1 << 16;

  private static final List<String> SUFFIXES =
      List.of(".gz", ".zst", ".zstd", ".xz", ".bz2", ".lz4", ".gzip");

  static OpenedInput open(ScanInput input) throws IOException {
    var packed = new PushbackInputStream(input.open(), Compression.HEAD_BYTES);
    byte[] magic = packed.readNBytes(Compression.HEAD_BYTES);
    packed.unread(magic);
    var compression = Compression.recognise(magic);
    var plain = new PushbackInputStream(compression.decompress(packed), HEAD_BYTES);
    byte[] head = new byte[HEAD_BYTES];
    int length = 0;
    String damage = "";
    try {
      for (int n = 0;
          n >= 0 && length < HEAD_BYTES;
          n = plain.read(head, length, HEAD_BYTES - length)) length += n;
    } catch (MalformedException e) {
      damage = "damaged at byte %d: %s".formatted(e.offsetBytes(), e.detail());
    }
    plain.unread(head, 0, length);
    var known = new Head(bareName(input.name()), new Bytes(Arrays.copyOf(head, length)));
    return new OpenedInput(input, plain, known, compression, damage);
  }

  /// The name without its folder and without the suffix of a compression.
  private static String bareName(String name) {
    String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String lower = file.toLowerCase(Locale.ROOT);
    return SUFFIXES.stream()
        .filter(lower::endsWith)
        .findFirst()
        .map(suffix -> file.substring(0, file.length() - suffix.length()))
        .orElse(file);
  }

  /// The format that knows these bytes.
  Optional<ScanFormat> format(List<ScanFormat> formats) {
    return formats.stream()
        .filter(format -> format.recognises(head))
        .min(Comparator.comparing(format -> format.spec().id()));
  }

  /// The file on disk, where its bytes are the format's own.
  Optional<Path> plainFile() {
    return compression == Compression.NONE ? input.path() : Optional.empty();
  }

  /// What the decoder of lines may know beforehand.
  ///
  /// @param at when the data was recorded, where the name does not say
  Beginning beginning(Optional<ScanTime> at) {
    return new Beginning(input.name(), firstLine(), FileTime.of(head.name()).or(() -> at));
  }

  /// The first line, without its line end, as far as the head goes.
  private Bytes firstLine() {
    byte[] bytes = head.bytes().array();
    int end = NewLines.next(bytes, 0, bytes.length);
    if (end > 0 && bytes[end - 1] == '\r') end--;
    return new Bytes(Arrays.copyOf(bytes, end));
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
