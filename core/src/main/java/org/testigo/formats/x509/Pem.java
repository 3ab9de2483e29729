package org.testigo.formats.x509;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.testigo.model.MalformedException;

/// Certificates in text between `-----BEGIN CERTIFICATE-----` and `-----END CERTIFICATE-----`, with
/// anything before, between and after them. (RFC 7468, lax form.)
public final class Pem {
  private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
  private static final String END = "-----END CERTIFICATE-----";
  private static final int LINE_CHARACTERS = 64;
  private static final int MAX_CHARACTERS = Certificate.MAX_BYTES * 2;

  private Pem() {}

  /// A block of a text: a certificate, or why it is none.
  ///
  /// @param offset in characters, of the line that begins it
  public record Block(
      int offset, Optional<Certificate> certificate, Optional<MalformedException> fault) {}

  /// All blocks, in their order.
  public static List<Block> blocks(String text) {
    var blocks = new ArrayList<Block>();
    for (int at = text.indexOf(BEGIN); at >= 0; at = text.indexOf(BEGIN, at + BEGIN.length()))
      blocks.add(block(text, at));
    return List.copyOf(blocks);
  }

  private static Block block(String text, int at) {
    try {
      return new Block(at, Optional.of(Certificate.parse(decode(text, at))), Optional.empty());
    } catch (MalformedException e) {
      return new Block(at, Optional.empty(), Optional.of(e));
    }
  }

  private static byte[] decode(String text, int at) {
    int from = at + BEGIN.length();
    int to = text.indexOf("-----", from);
    if (to < 0 || !text.startsWith(END, to))
      throw new MalformedException(at, "the certificate that begins here has no end line");
    if (to - from > MAX_CHARACTERS)
      throw new MalformedException(at, "a certificate of %d characters".formatted(to - from));
    try {
      byte[] body = text.substring(from, to).getBytes(StandardCharsets.ISO_8859_1);
      return Base64.getDecoder().decode(withoutSpace(body));
    } catch (IllegalArgumentException e) {
      throw new MalformedException(at, "the certificate that begins here is no base64");
    }
  }

  private static byte[] withoutSpace(byte[] body) {
    int count = 0;
    for (byte one : body) if (one > ' ' || one < 0) body[count++] = one;
    return Arrays.copyOf(body, count);
  }

  /// The certificates of a text that holds nothing broken.
  ///
  /// @throws MalformedException for the first block that is none, or when there is none at all
  public static List<Certificate> certificates(String text) {
    var all = new ArrayList<Certificate>();
    for (Block each : blocks(text)) {
      if (each.fault().isPresent()) throw each.fault().get();
      each.certificate().ifPresent(all::add);
    }
    if (all.isEmpty()) throw new MalformedException(0, "no line " + BEGIN);
    return List.copyOf(all);
  }

  /// The text of one certificate: lines of 64 characters that end with a newline.
  public static String text(byte[] der) {
    var lines = Base64.getMimeEncoder(LINE_CHARACTERS, new byte[] {'\n'});
    return BEGIN + "\n" + lines.encodeToString(der) + "\n" + END + "\n";
  }
}
