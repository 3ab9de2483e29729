package org.testigo.formats.plist;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.testigo.model.MalformedException;
import org.testigo.model.UnsupportedLayoutException;

/// A textual property list, decoded, without the byte order mark and the white space before it.
///
/// The encoding is taken from the byte order mark, else from where the zero bytes of the first
/// character lie, else from the XML declaration, else it is UTF-8.
///
/// @param start the bytes before the text
/// @param damage the byte that does not follow the encoding, where the text ends for that reason
record XmlText(String text, Charset charset, int start, Optional<MalformedException> damage) {
  private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

  private static final Pattern DECLARED =
      Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");

  private static final Pattern WIDE =
      Pattern.compile("utf-?(16|32).*|ucs-.*|iso-10646.*", Pattern.CASE_INSENSITIVE);

  private static final Pattern BYTEWISE =
      Pattern.compile(
          "utf-?8|us-ascii|ascii|iso-8859-[0-9]+|windows-125[0-9]|macintosh",
          Pattern.CASE_INSENSITIVE);

  private static final char REPLACEMENT = '\ufffd';
  private static final int DECLARATION_BYTES = 300;

  static XmlText decode(byte[] bytes) {
    var mark = Mark.of(bytes);
    var charset = mark.charset.equals(StandardCharsets.UTF_8) ? declared(bytes) : mark.charset;
    String quick = new String(bytes, mark.length, bytes.length - mark.length, charset);
    // What does not follow the encoding becomes this character; without it the text is right.
    if (quick.indexOf(REPLACEMENT) < 0) return of(quick, mark, charset, Optional.empty());
    var in = ByteBuffer.wrap(bytes, mark.length, bytes.length - mark.length);
    String strict = decode(in, charset);
    return of(strict, mark, charset, damage(in, charset));
  }

  private static XmlText of(
      String all, Mark mark, Charset charset, Optional<MalformedException> damage) {
    int first = 0;
    while (first < all.length() && Character.isWhitespace(all.charAt(first))) first++;
    int start = mark.length + all.substring(0, first).getBytes(charset).length;
    return new XmlText(all.substring(first), charset, start, damage);
  }

  /// Where a character lies in the file.
  long offsetBytes(int character) {
    int index = Math.clamp(character, 0, text.length());
    return start + (long) text.substring(0, index).getBytes(charset).length;
  }

  private static Charset declared(byte[] bytes) {
    int length = Math.min(bytes.length, DECLARATION_BYTES);
    var matcher = DECLARED.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    if (!matcher.find()) return StandardCharsets.UTF_8;
    String name = matcher.group(1);
    // The declaration could be read byte by byte, so the text is in none of the wide encodings.
    if (WIDE.matcher(name).matches()) return StandardCharsets.UTF_8;
    if (!BYTEWISE.matcher(name).matches() || !Charset.isSupported(name)) {
      throw new UnsupportedLayoutException("an XML text in the encoding " + name);
    }
    return Charset.forName(name);
  }

  /// Decodes up to the end or to the first byte that does not follow the encoding.
  private static String decode(ByteBuffer in, Charset charset) {
    CharsetDecoder decoder = charset.newDecoder();
    // None of the encodings gives more characters than bytes.
    var out = CharBuffer.allocate(in.remaining() + 1);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isUnderflow()) decoder.flush(out);
    return out.flip().toString();
  }

  private static Optional<MalformedException> damage(ByteBuffer in, Charset charset) {
    if (!in.hasRemaining()) return Optional.empty();
    int at = in.position();
    String detail = "byte 0x%02x, expected a character in %s".formatted(in.get(at), charset);
    return Optional.of(new MalformedException(at, detail));
  }

  private record Mark(Charset charset, int length) {
    static Mark of(byte[] bytes) {
      if (starts(bytes, 0xef, 0xbb, 0xbf)) return new Mark(StandardCharsets.UTF_8, 3);
      if (starts(bytes, 0, 0, 0xfe, 0xff)) return new Mark(UTF_32BE, 4);
      if (starts(bytes, 0xff, 0xfe, 0, 0)) return new Mark(UTF_32LE, 4);
      if (starts(bytes, 0xfe, 0xff)) return new Mark(StandardCharsets.UTF_16BE, 2);
      if (starts(bytes, 0xff, 0xfe)) return new Mark(StandardCharsets.UTF_16LE, 2);
      return new Mark(unmarked(bytes), 0);
    }

    private static Charset unmarked(byte[] bytes) {
      if (bytes.length >= 4 && bytes[0] == 0 && bytes[1] == 0 && bytes[2] == 0) return UTF_32BE;
      if (bytes.length >= 4 && bytes[1] == 0 && bytes[2] == 0 && bytes[3] == 0) return UTF_32LE;
      if (bytes.length >= 2 && bytes[0] == 0) return StandardCharsets.UTF_16BE;
      if (bytes.length >= 2 && bytes[1] == 0) return StandardCharsets.UTF_16LE;
      return StandardCharsets.UTF_8;
    }

    private static boolean starts(byte[] bytes, int... expected) {
      if (bytes.length < expected.length) return false;
      for (int i = 0; i < expected.length; i++) {
        if ((bytes[i] & 0xff) != expected[i]) return false;
      }
      return true;
    }
  }
}
