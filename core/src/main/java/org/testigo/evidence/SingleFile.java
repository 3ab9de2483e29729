package org.testigo.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.formats.bytes.FileSource;

/// One file that was handed in by itself.
final class SingleFile implements Container {
  private final Path path;
  private final Member member;

  SingleFile(Path path) {
    this.path = path;
    try (var source = open(0)) {
      member = new Member(String.valueOf(path.getFileName()), source.sizeBytes());
    }
  }

  @Override
  public List<Member> members() {
    return List.of(member);
  }

  @Override
  public Faults faults() {
    return new Faults();
  }

  @Override
  public ByteSource open(int index) {
    try {
      return new FileSource(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public byte[] start(int index, int length) {
    try (var source = open(index)) {
      return source.start(length);
    }
  }

  /// The file is what was handed in: its own digest is the digest of the input.
  @Override
  public Optional<ByteSource> bytes() {
    return Optional.of(open(0));
  }

  @Override
  public void close() {}
}
