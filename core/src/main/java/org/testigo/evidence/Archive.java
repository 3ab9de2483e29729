package org.testigo.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.testigo.evidence.Container.Member;
import org.testigo.evidence.EvidenceException.Cause;
import org.testigo.formats.archives.TarListing;
import org.testigo.formats.archives.TarMember;
import org.testigo.formats.archives.UnpackedStream;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.formats.bytes.FileSource;
import org.testigo.formats.bytes.SourceStream;
import org.testigo.model.LimitHitException;
import org.testigo.model.MalformedException;
import org.testigo.model.UnsupportedLayoutException;

/// Opens a zip, a tar or a tar.gz that was handed in, told apart by their first bytes.
final class Archive {
  private static final int START_BYTES = 512;

  /// How much of a tar.gz is unpacked to see what it is.
  private static final int GLANCE_BYTES = 1 << 20;

  private enum Kind {
    ZIP,
    TAR,
    GZIP
  }

  private Archive() {}

  /// Empty where it is no archive of these.
  ///
  /// @throws EvidenceException when it is damaged or beyond a limit
  static Optional<Container> open(Path path, Unpacking unpacking) throws EvidenceException {
    var kind = kind(path);
    if (kind.isEmpty()) return Optional.empty();
    var file = file(path);
    boolean isOpen = false;
    try {
      var container = container(kind.get(), path, file, unpacking);
      isOpen = true;
      return Optional.of(container);
    } catch (MalformedException e) {
      throw new EvidenceException(
          Cause.ARCHIVE_DAMAGED, "at offset %d: %s".formatted(e.offsetBytes(), e.detail()));
    } catch (UnsupportedLayoutException e) {
      throw EvidenceException.notSupported(OtherKind.OTHER_ARCHIVE, e.detail());
    } catch (LimitHitException e) {
      throw new EvidenceException(Cause.LIMIT, e.detail());
    } finally {
      if (!isOpen) file.close();
    }
  }

  private static Container container(Kind kind, Path path, ByteSource file, Unpacking unpacking) {
    return switch (kind) {
      case ZIP -> new ZipContainer(path, file, unpacking);
      case TAR -> new TarContainer(path, file);
      case GZIP -> {
        try (var stream = UnpackedStream.gzip(new SourceStream(file))) {
          var tar = new TarContainer(path, unpacking.keep(stream, file.sizeBytes()));
          file.close();
          yield tar;
        }
      }
    };
  }

  /// The names at the beginning of a tar.gz, without unpacking the rest; empty for anything else.
  static List<String> namesAtStartOfGzip(Path path) {
    if (!kind(path).equals(Optional.of(Kind.GZIP))) return List.of();
    try (var file = file(path);
        var stream = UnpackedStream.gzip(new SourceStream(file))) {
      byte[] glance = new byte[GLANCE_BYTES];
      stream.read(glance);
      return TarListing.read(ByteSource.of(glance)).members().stream()
          .map(TarMember::name)
          .toList();
    } catch (MalformedException e) {
      // Whoever opens it tells of the damage.
      return List.of();
    }
  }

  static List<String> names(Container container) {
    return container.members().stream().map(Member::name).toList();
  }

  private static Optional<Kind> kind(Path path) {
    try (var file = file(path)) {
      byte[] start = new byte[(int) Math.min(START_BYTES, file.sizeBytes())];
      file.read(0, start, 0, start.length);
      if (startsWith(start, "PK\3\4") || startsWith(start, "PK\5\6")) return Optional.of(Kind.ZIP);
      if (startsWith(start, "\u001f\u008b")) return gzipOfTar(file);
      return TarListing.isTar(start) ? Optional.of(Kind.TAR) : Optional.empty();
    }
  }

  private static boolean startsWith(byte[] bytes, String start) {
    return new String(bytes, StandardCharsets.ISO_8859_1).startsWith(start);
  }

  private static Optional<Kind> gzipOfTar(ByteSource file) {
    byte[] start = new byte[START_BYTES];
    try (var stream = UnpackedStream.gzip(new SourceStream(file))) {
      stream.read(start);
      return TarListing.isTar(start) ? Optional.of(Kind.GZIP) : Optional.empty();
    } catch (MalformedException e) {
      return Optional.empty();
    }
  }

  private static FileSource file(Path path) {
    try {
      return new FileSource(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
