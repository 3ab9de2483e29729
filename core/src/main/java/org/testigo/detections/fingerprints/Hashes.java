package org.testigo.detections.fingerprints;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.testigo.model.scan.HttpAnswer;
import org.testigo.model.scan.ServiceSighting.ImportedFingerprint;
import org.testigo.model.scan.ServiceView;

/// Values that stand for a whole: digests of the body, of the order of header fields, of an icon.
/// What the scanner computed counts as much as what is computed here; each is computed once.
///
/// - `body-sha256`, `body-md5`: over the content of the body.
/// - `favicon-mmh3`: MurmurHash3 over the body in base64 with line breaks, as a signed number,
///   which is Shodan's; BinaryEdge hashes it without line breaks, so its values are others;
///   `favicon-md5`: over the body. Only of a body that is an icon.
/// - `header-order-md5`: over the names in lower case, `-` as `_`, with commas between them. Not
///   where the order is not known.
///
/// Known from: `favicon.hash` of Shodan, the `header_order_md5_hash` of BinaryEdge.
final class Hashes {
  static final String FAVICON_MMH3 = "favicon-mmh3";
  static final String FAVICON_MD5 = "favicon-md5";
  static final String HEADER_ORDER_MD5 = "header-order-md5";
  static final String BODY_SHA256 = "body-sha256";
  static final String BODY_MD5 = "body-md5";

  /// Python's base64, which Shodan uses, breaks lines so.
  private static final Base64.Encoder WITH_LINE_BREAKS =
      Base64.getMimeEncoder(76, new byte[] {'\n'});

  private final ServiceView view;
  private final Map<String, List<String>> known = new HashMap<>();

  Hashes(ServiceView view) {
    this.view = view;
  }

  /// The values of a kind: those that were imported, and the one that can be computed.
  List<String> of(String kind) {
    return known.computeIfAbsent(kind, this::values);
  }

  private List<String> values(String kind) {
    var values = new ArrayList<String>();
    for (ImportedFingerprint imported : view.imported())
      if (imported.kind().equals(kind)) values.add(imported.value());
    computed(kind).ifPresent(values::add);
    return values;
  }

  private Optional<String> computed(String kind) {
    return switch (kind) {
      case BODY_SHA256 -> view.http().map(http -> digest("SHA-256", content(http)));
      case BODY_MD5 -> view.http().map(http -> digest("MD5", content(http)));
      case HEADER_ORDER_MD5 -> view.http().filter(_ -> isOrderKnown()).map(Hashes::headerOrder);
      case FAVICON_MMH3 -> view.http().filter(Hashes::isIcon).map(http -> mmh3(content(http)));
      case FAVICON_MD5 ->
          view.http().filter(Hashes::isIcon).map(http -> digest("MD5", content(http)));
      default -> Optional.empty();
    };
  }

  private boolean isOrderKnown() {
    return view.answer().map(answer -> answer.orderKnown()).orElse(true);
  }

  private static String headerOrder(HttpAnswer http) {
    var names =
        http.fields().stream()
            .map(field -> field.name().toLowerCase(Locale.ROOT).replace('-', '_'))
            .collect(Collectors.joining(","));
    return digest("MD5", names.getBytes(StandardCharsets.ISO_8859_1));
  }

  static String mmh3(byte[] icon) {
    byte[] lines = WITH_LINE_BREAKS.encode(icon);
    byte[] ended = java.util.Arrays.copyOf(lines, lines.length + 1);
    ended[lines.length] = '\n';
    return Integer.toString(Murmur3.hash(icon.length == 0 ? new byte[0] : ended));
  }

  /// By its type, or by the first bytes of ICO, PNG, GIF and JPEG.
  private static boolean isIcon(HttpAnswer http) {
    for (HttpAnswer.Field field : http.fields())
      if (field.name().equalsIgnoreCase("Content-Type"))
        return http.text(field.value()).regionMatches(true, 0, "image/", 0, 6);
    byte[] content = content(http);
    return startsWith(content, 0, 0, 1, 0)
        || startsWith(content, 0x89, 'P', 'N', 'G')
        || startsWith(content, 'G', 'I', 'F', '8')
        || startsWith(content, 0xff, 0xd8, 0xff);
  }

  private static boolean startsWith(byte[] bytes, int... wanted) {
    if (bytes.length < wanted.length) return false;
    for (int i = 0; i < wanted.length; i++) if ((bytes[i] & 0xff) != wanted[i]) return false;
    return true;
  }

  private static byte[] content(HttpAnswer http) {
    var content = http.body().content();
    return java.util.Arrays.copyOfRange(
        http.body().bytes().array(), content.offsetBytes(), content.endBytes());
  }

  static String digest(String algorithm, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}
