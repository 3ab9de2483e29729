package org.testigo.formats.archives;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// The name of a member as text.
final class MemberName {
  private MemberName() {}

  /// UTF-8 where it can be: most writers use it, whether they say so or not. Else a character for
  /// each byte, so that no two names become one.
  static String of(byte[] name) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
    } catch (CharacterCodingException e) {
      return new String(name, StandardCharsets.ISO_8859_1);
    }
  }
}
