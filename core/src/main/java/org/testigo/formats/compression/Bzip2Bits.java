package org.testigo.formats.compression;

import java.io.IOException;
import org.testigo.model.MalformedException;

/// Bits from the highest of each byte on.
final class Bzip2Bits {
  private final PackedInput input;
  private long word;
  private int count;

  Bzip2Bits(PackedInput input) {
    this.input = input;
  }

  /// Of the byte with the next bit.
  long offset() {
    return input.offset() - (count + 7) / 8;
  }

  private void fill(int wanted) throws IOException {
    while (count < wanted) {
      word = word << 8 | input.number8("a bzip2 block");
      count += 8;
    }
  }

  /// At most 32 bits.
  int take(int wanted) throws IOException {
    fill(wanted);
    count -= wanted;
    return (int) (word >>> count & (1L << wanted) - 1);
  }

  boolean takeOne() throws IOException {
    return take(1) != 0;
  }

  /// The next bits without using them; zeros behind the end.
  int peek(int wanted) throws IOException {
    while (count < wanted && input.has(1)) {
      word = word << 8 | input.bytes[input.position++] & 0xff;
      count += 8;
    }
    long there = count >= wanted ? word >>> count - wanted : word << wanted - count;
    return (int) (there & (1L << wanted) - 1);
  }

  /// Uses bits that were looked at.
  void use(int wanted) throws IOException {
    if (wanted > count) fill(wanted);
    count -= wanted;
  }

  /// Gives back the bytes that were taken too early and drops the bits of the last one.
  void toWholeByte() {
    input.position -= count / 8;
    count = 0;
  }

  MalformedException damaged(String detail) {
    return new MalformedException(offset(), detail);
  }
}
