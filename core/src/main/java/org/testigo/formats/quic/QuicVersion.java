package org.testigo.formats.quic;

import java.util.HexFormat;
import java.util.Optional;

/// A version whose first packets can be read.
///
/// @param salt from which the first keys are made
/// @param labels the word in front of the labels of keys
/// @param initialType the type number of a first packet
public record QuicVersion(int number, String salt, String labels, int initialType) {
  private static final String SALT_1 = "38762cf7f55934b34d179ae6a4c80cadccbb7f0a";
  private static final String SALT_2 = "0dede3def700a6db819381be6e269dcbf9bd2ed9";
  private static final String SALT_DRAFT_29 = "afbfec289993d24c9e9786f19c6111e04390a899";
  private static final String SALT_DRAFT_23 = "c3eef712c72ebb5a11a7d2432bb46365bef9f502";
  private static final int DRAFT = 0xff000000;

  /// The version of a number; empty for those whose keys are not published or not known here.
  public static Optional<QuicVersion> of(int number) {
    if (number == 1) return Optional.of(new QuicVersion(number, SALT_1, "quic", 0));
    if (number == 0x6b3343cf) return Optional.of(new QuicVersion(number, SALT_2, "quicv2", 1));
    if ((number & 0xffffff00) != DRAFT) return Optional.empty();
    int draft = number & 255;
    if (draft >= 33 && draft <= 34) return Optional.of(new QuicVersion(number, SALT_1, "quic", 0));
    if (draft >= 29 && draft <= 32)
      return Optional.of(new QuicVersion(number, SALT_DRAFT_29, "quic", 0));
    if (draft >= 23 && draft <= 28)
      return Optional.of(new QuicVersion(number, SALT_DRAFT_23, "quic", 0));
    return Optional.empty();
  }

  /// Whether the number is of a version that has a name: one that is known, a draft, or one of
  /// Google's own.
  public static boolean isNamed(int number) {
    char first = (char) (number >>> 24);
    boolean isGoogles =
        (first == 'Q' || first == 'T') && isDigit(number >>> 16) && isDigit(number >>> 8);
    return isGoogles && isDigit(number) || (number & 0xffffff00) == DRAFT || of(number).isPresent();
  }

  private static boolean isDigit(int character) {
    return (character & 255) >= '0' && (character & 255) <= '9';
  }

  byte[] saltBytes() {
    return HexFormat.of().parseHex(salt);
  }

  /// How a version is called: its number, or the letters that Google's own versions are made of.
  public static String name(int number) {
    if (number == 1) return "1";
    if (number == 0x6b3343cf) return "2";
    if ((number & 0xffffff00) == DRAFT) return "draft-" + (number & 255);
    char first = (char) (number >>> 24);
    if (first == 'Q' || first == 'T') {
      return ""
          + first
          + (char) (number >>> 16 & 255)
          + (char) (number >>> 8 & 255)
          + (char) (number & 255);
    }
    return "0x%08x".formatted(number);
  }
}
