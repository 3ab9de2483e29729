package org.testigo.scanning;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/// Something that scan data is read from.
public sealed interface ScanInput {

  /// The name as handed in; for a file of a folder, the folder's name in front.
  String name();

  /// Bytes as they are, compressed or not.
  InputStream open() throws IOException;

  /// The file itself, where it is one of this machine.
  Optional<Path> path();

  /// A file.
  record File(String name, Path file) implements ScanInput {
    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(file);
    }

    @Override
    public Optional<Path> path() {
      return Optional.of(file);
    }
  }

  /// A stream that can be read once, such as the standard input.
  record Once(String name, InputStream stream) implements ScanInput {
    @Override
    public InputStream open() {
      return stream;
    }

    @Override
    public Optional<Path> path() {
      return Optional.empty();
    }
  }

  /// Something of which a stream can be opened again and again, and that is no file of this
  /// machine.
  record Elsewhere(String name, Opener opener) implements ScanInput {
    @Override
    public InputStream open() throws IOException {
      return opener.open();
    }

    @Override
    public Optional<Path> path() {
      return Optional.empty();
    }

    /// Opens it at its first byte.
    @FunctionalInterface
    public interface Opener {
      InputStream open() throws IOException;
    }
  }

  /// An input of which somebody is told how many bytes were read.
  ///
  /// @param bytes takes how many came with each step, from the thread that reads
  record Watched(ScanInput input, LongConsumer bytes) implements ScanInput {
    @Override
    public String name() {
      return input.name();
    }

    @Override
    public InputStream open() throws IOException {
      return new Counted(input.open(), bytes);
    }

    @Override
    public Optional<Path> path() {
      return input.path();
    }

    @Override
    public boolean isReadOnce() {
      return input.isReadOnce();
    }

    private static final class Counted extends FilterInputStream {
      private final LongConsumer bytes;

      Counted(InputStream in, LongConsumer bytes) {
        super(in);
        this.bytes = bytes;
      }

      @Override
      public int read() throws IOException {
        int read = in.read();
        if (read >= 0) bytes.accept(1);
        return read;
      }

      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        int read = in.read(into, from, length);
        if (read > 0) bytes.accept(read);
        return read;
      }
    }
  }

  /// Whether it can be opened once only.
  default boolean isReadOnce() {
    return this instanceof Once;
  }

  /// The files that are meant by a path: itself, or everything in the folder and its folders,
  /// without following symbolic links.
  static List<ScanInput> of(Path handedIn) throws IOException {
    if (!Files.isDirectory(handedIn)) return List.of(new File(handedIn.toString(), handedIn));
    var inputs = new ArrayList<ScanInput>();
    try (Stream<Path> all = Files.walk(handedIn)) {
      all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
          .sorted(Comparator.comparing(Path::toString))
          .forEach(path -> inputs.add(new File(path.toString(), path)));
    }
    return inputs;
  }
}
