package org.testigo.formats.compression;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import org.testigo.model.MalformedException;

/// What a stream gave, and the damage that ended it.
@SuppressWarnings("ArrayRecordComponent") // nobody compares it
record Unpacked(byte[] content, Optional<MalformedException> damage) {

  static Unpacked open(byte[] packed) {
    return open(new ByteArrayInputStream(packed), 1 << 16);
  }

  static Unpacked open(InputStream packed, int step) {
    var content = new ByteArrayOutputStream();
    Optional<MalformedException> damage = Optional.empty();
    try (var in = Compression.open(packed)) {
      byte[] buffer = new byte[step];
      for (int count; (count = in.read(buffer)) >= 0; ) content.write(buffer, 0, count);
    } catch (MalformedException e) {
      damage = Optional.of(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Unpacked(content.toByteArray(), damage);
  }

  /// Whether what was given is how the other begins.
  boolean isPrefixOf(byte[] whole) {
    return content.length <= whole.length
        && Arrays.equals(content, 0, content.length, whole, 0, content.length);
  }
}
