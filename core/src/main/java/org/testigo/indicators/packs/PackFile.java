package org.testigo.indicators.packs;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// A file that may be a pack: its name without folders, and its bytes.
///
/// Texts are UTF-8, or UTF-16 with a byte order mark; what is neither is read as Windows-1252,
/// which is what old spreadsheets write.
public final class PackFile {
  private static final int HEAD_BYTES = 4096;
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private final String name;
  private final byte[] content;
  private final String head;

  public PackFile(String name, byte[] content) {
    this.name = name;
    this.content = content;
    this.head = decode(content, Math.min(content.length, HEAD_BYTES));
  }

  public String name() {
    return name;
  }

  /// The name in lower case.
  public String lowerName() {
    return name.toLowerCase(Locale.ROOT);
  }

  /// Whether the lower-case name ends with one of these.
  public boolean hasSuffix(String... suffixes) {
    for (String suffix : suffixes) if (lowerName().endsWith(suffix)) return true;
    return false;
  }

  /// The bytes themselves, which nobody may change.
  public byte[] content() {
    return content;
  }

  /// The first characters of the text.
  public String head() {
    return head;
  }

  /// The first character of the text that is no white space; 0 where there is none.
  public char firstChar() {
    for (int i = 0; i < head.length(); i++)
      if (!Character.isWhitespace(head.charAt(i))) return head.charAt(i);
    return 0;
  }

  /// The whole text, without a byte order mark.
  public String text() {
    return decode(content, content.length);
  }

  private static String decode(byte[] bytes, int length) {
    if (startsWith(bytes, 0xef, 0xbb, 0xbf))
      return new String(bytes, 3, length - 3, StandardCharsets.UTF_8);
    if (startsWith(bytes, 0xff, 0xfe))
      return new String(bytes, 2, length - 2, StandardCharsets.UTF_16LE);
    if (startsWith(bytes, 0xfe, 0xff))
      return new String(bytes, 2, length - 2, StandardCharsets.UTF_16BE);
    return decodeUnmarked(bytes, length);
  }

  private static String decodeUnmarked(byte[] bytes, int length) {
    if (length < bytes.length) return new String(bytes, 0, length, StandardCharsets.UTF_8);
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, WINDOWS_1252);
    }
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) return false;
    for (int i = 0; i < mark.length; i++) if ((bytes[i] & 0xff) != mark[i]) return false;
    return true;
  }
}
