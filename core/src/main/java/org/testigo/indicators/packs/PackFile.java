package org.testigo.indicators.packs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A file that may be a pack: its name without folders, and its bytes.
///
/// Texts are UTF-8, or UTF-16 with a byte order mark; what is neither is read as Windows-1252,
/// which is what old spreadsheets write.
public final class PackFile {
  private static final int HEAD_BYTES = 4096;
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private final String name;
  private final long sizeBytes;
  private final Content content;
  private final String head;
  private @Nullable Set<String> outerNames;

  /// Gives the bytes from the first on, as often as asked.
  @FunctionalInterface
  private interface Content {
    InputStream open() throws IOException;
  }

  /// A file in memory.
  public PackFile(String name, byte[] bytes) {
    this(name, bytes.length, () -> new ByteArrayInputStream(bytes));
  }

  private PackFile(String name, long sizeBytes, Content content) {
    this.name = name;
    this.sizeBytes = sizeBytes;
    this.content = content;
    this.head = head(content);
  }

  /// A file of this machine.
  ///
  /// @throws UncheckedIOException where it cannot be read
  public static PackFile of(String name, Path path) {
    try {
      return new PackFile(name, Files.size(path), () -> Files.newInputStream(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String head(Content content) {
    try (InputStream in = content.open()) {
      byte[] first = in.readNBytes(HEAD_BYTES);
      return decode(first, first.length < HEAD_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  public long sizeBytes() {
    return sizeBytes;
  }

  /// The bytes from the first on; the caller closes them.
  ///
  /// @throws UncheckedIOException where they cannot be read
  InputStream open() {
    try {
      return content.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The outermost names of a JSON document as far as they tell its format; see [JsonPack#names].
  Set<String> outerNames() {
    var known = outerNames;
    if (known == null) {
      known = JsonPack.names(this);
      outerNames = known;
    }
    return known;
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
  ///
  /// @throws UncheckedIOException where it cannot be read
  public String text() {
    try (InputStream in = open()) {
      return decode(in.readAllBytes(), true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String decode(byte[] bytes, boolean whole) {
    if (startsWith(bytes, 0xef, 0xbb, 0xbf))
      return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    if (startsWith(bytes, 0xff, 0xfe))
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
    if (startsWith(bytes, 0xfe, 0xff))
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
    return whole ? decodeUnmarked(bytes) : new String(bytes, StandardCharsets.UTF_8);
  }

  private static String decodeUnmarked(byte[] bytes) {
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
