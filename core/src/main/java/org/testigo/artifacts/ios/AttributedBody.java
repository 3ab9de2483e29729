package org.testigo.artifacts.ios;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.testigo.formats.typedstream.TypedStream;
import org.testigo.formats.typedstream.TypedStream.AttributedText;
import org.testigo.model.Unreadable.Reason;

/// An archived text that is a part of a row: the text and the addresses in its attributes.
///
/// Where the archive is damaged, the text is looked for as it stands in every archive of this kind:
/// after the class name `NSString` a `+`, a length (one byte, or 0x81 and 2 bytes, or 0x82 and 4
/// bytes, little-endian) and so many bytes of UTF-8. An unreadable tells of the damage in any case.
final class AttributedBody {
  private static final byte[] STRING_CLASS = "NSString".getBytes(StandardCharsets.US_ASCII);

  /// Between the class name and the `+` lie its version, its superclass and a type.
  private static final int MOST_BETWEEN = 8;

  private AttributedBody() {}

  /// @param name the column, as the unreadable names it
  static Optional<AttributedText> read(String name, byte[] archive, RowReadings rows) {
    var text =
        rows.part(
            name,
            () -> Optional.of(TypedStream.attributedText(archive, PayloadBudget.of(archive))));
    if (text.isEmpty())
      return salvage(archive).map(it -> new AttributedText(it, List.of(), Optional.empty()));
    text.flatMap(AttributedText::damage)
        .ifPresent(damage -> rows.unreadable(Reason.MALFORMED, name + ": " + damage.detail()));
    return text;
  }

  private static Optional<String> salvage(byte[] archive) {
    int named = ByteSearch.indexOf(archive, STRING_CLASS);
    if (named < 0) return Optional.empty();
    int from = named + STRING_CLASS.length;
    int to = Math.min(from + MOST_BETWEEN, archive.length);
    for (int i = from; i < to; i++) {
      if (archive[i] == '+') return textAt(ByteBuffer.wrap(archive).position(i + 1));
    }
    return Optional.empty();
  }

  private static Optional<String> textAt(ByteBuffer at) {
    long length = length(at.order(java.nio.ByteOrder.LITTLE_ENDIAN));
    if (length <= 0 || length > at.remaining()) return Optional.empty();
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(at.limit(at.position() + (int) length));
      return Optional.of(text.toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /// -1 where the bytes end before it.
  private static long length(ByteBuffer at) {
    if (!at.hasRemaining()) return -1;
    int head = Byte.toUnsignedInt(at.get());
    return switch (head) {
      case 0x81 -> at.remaining() < 2 ? -1 : Short.toUnsignedInt(at.getShort());
      case 0x82 -> at.remaining() < 4 ? -1 : Integer.toUnsignedLong(at.getInt());
      default -> head;
    };
  }
}
