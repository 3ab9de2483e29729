package org.testigo.formats.tls;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Short names for how a program speaks TLS: programs that are built alike have the same one.
///
/// JA3 and JA3S are Salesforce's (BSD licence), JA4 of the client is FoxIO's (BSD licence). The
/// other methods of the JA4 family carry a licence that is not free and are not here.
public final class TlsFingerprints {
  private static final int SERVER_NAME = 0;
  private static final int PROTOCOLS = 16;
  private static final String NOTHING = "000000000000";

  private TlsFingerprints() {}

  /// How a hello travelled.
  public enum Transport {
    TCP('t'),
    QUIC('q'),
    DATAGRAM('d');

    private final char letter;

    Transport(char letter) {
      this.letter = letter;
    }
  }

  /// Whether a number means nothing and is there to keep servers from stumbling (RFC 8701).
  public static boolean isGrease(int number) {
    return (number & 0x0f0f) == 0x0a0a && number >>> 8 == (number & 255);
  }

  /// The text of which JA3 is the digest: version, ciphers, extensions, groups, point formats.
  public static String ja3Text(ClientHello hello) {
    return String.join(
        ",",
        String.valueOf(hello.legacyVersion()),
        decimal(hello.ciphers()),
        decimal(hello.extensions()),
        decimal(hello.groups()),
        decimal(hello.pointFormats()));
  }

  public static String ja3(ClientHello hello) {
    return digest("MD5", ja3Text(hello));
  }

  /// Version, cipher, extensions.
  public static String ja3s(ServerHello hello) {
    return digest(
        "MD5",
        hello.legacyVersion()
            + ","
            + hello.cipher()
            + ","
            + hello.extensions().stream().map(String::valueOf).collect(Collectors.joining("-")));
  }

  private static String decimal(List<Integer> numbers) {
    return numbers.stream()
        .filter(number -> !isGrease(number))
        .map(String::valueOf)
        .collect(Collectors.joining("-"));
  }

  public static String ja4(ClientHello hello, Transport transport) {
    var ciphers = meaningful(hello.ciphers());
    var extensions = meaningful(hello.extensions());
    var first =
        "%c%s%c%02d%02d%s"
            .formatted(
                transport.letter,
                version(hello),
                hello.extensions().contains(SERVER_NAME) ? 'd' : 'i',
                Math.min(ciphers.size(), 99),
                Math.min(extensions.size(), 99),
                protocol(hello));
    return first + "_" + short12(sorted(ciphers)) + "_" + extensionPart(hello, extensions);
  }

  private static List<Integer> meaningful(List<Integer> numbers) {
    return numbers.stream().filter(number -> !isGrease(number)).toList();
  }

  private static String sorted(List<Integer> numbers) {
    return numbers.stream().map(TlsFingerprints::hex).sorted().collect(Collectors.joining(","));
  }

  private static String hex(int number) {
    return String.format(Locale.ROOT, "%04x", number);
  }

  private static String extensionPart(ClientHello hello, List<Integer> extensions) {
    var named =
        extensions.stream().filter(type -> type != SERVER_NAME && type != PROTOCOLS).toList();
    var text = sorted(named);
    if (text.isEmpty()) return NOTHING;
    var signatures =
        meaningful(hello.signatureAlgorithms()).stream()
            .map(TlsFingerprints::hex)
            .collect(Collectors.joining(","));
    return short12(signatures.isEmpty() ? text : text + "_" + signatures);
  }

  private static String short12(String text) {
    return text.isEmpty() ? NOTHING : digest("SHA-256", text).substring(0, 12);
  }

  /// The highest version that the client offers.
  public static int newestVersion(ClientHello hello) {
    return meaningful(hello.supportedVersions()).stream()
        .reduce((a, b) -> isNewer(b, a) ? b : a)
        .orElse(hello.legacyVersion());
  }

  /// How people write a version: `1.3`, `SSL 3.0`, `DTLS 1.2`; its number where it has no name.
  public static String versionName(int version) {
    return switch (version) {
      case 0x0304 -> "1.3";
      case 0x0303 -> "1.2";
      case 0x0302 -> "1.1";
      case 0x0301 -> "1.0";
      case 0x0300 -> "SSL 3.0";
      case 0x0002 -> "SSL 2.0";
      case 0xfeff, 0x0100 -> "DTLS 1.0";
      case 0xfefd -> "DTLS 1.2";
      case 0xfefc -> "DTLS 1.3";
      default -> "0x%04x".formatted(version);
    };
  }

  private static String version(ClientHello hello) {
    return switch (newestVersion(hello)) {
      case 0x0304 -> "13";
      case 0x0303 -> "12";
      case 0x0302 -> "11";
      case 0x0301 -> "10";
      case 0x0300 -> "s3";
      case 0x0002 -> "s2";
      case 0xfeff -> "d1";
      case 0xfefd -> "d2";
      case 0xfefc -> "d3";
      default -> "00";
    };
  }

  /// DTLS counts its versions downwards.
  private static boolean isNewer(int one, int other) {
    boolean areDatagrams = one >>> 8 == 0xfe && other >>> 8 == 0xfe;
    return areDatagrams ? one < other : one > other;
  }

  /// The first and last character of the first protocol; of one that is not of letters and digits,
  /// the first and last digit of its bytes in hexadecimal.
  private static String protocol(ClientHello hello) {
    if (hello.protocols().isEmpty() || hello.protocols().getFirst().isEmpty()) return "00";
    var name = hello.protocols().getFirst();
    char first = name.charAt(0);
    char last = name.charAt(name.length() - 1);
    if (isLetterOrDigit(first) && isLetterOrDigit(last)) return "" + first + last;
    var bytes = HexFormat.of().formatHex(name.getBytes(StandardCharsets.ISO_8859_1));
    return "" + bytes.charAt(0) + bytes.charAt(bytes.length() - 1);
  }

  private static boolean isLetterOrDigit(char c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static String digest(String algorithm, String text) {
    try {
      var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has " + algorithm, e);
    }
  }
}
