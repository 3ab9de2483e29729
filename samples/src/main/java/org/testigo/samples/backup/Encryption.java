package org.testigo.samples.backup;

/// How a made-up backup is encrypted.
///
/// @param outerRounds of PBKDF2-HMAC-SHA256 over the password; a phone does 10,000,000
/// @param innerRounds of PBKDF2-HMAC-SHA1; a phone does 10,000
public record Encryption(String password, int outerRounds, int innerRounds, Layout layout) {

  /// What changed with iOS 10.2.
  public enum Layout {
    /// No SHA-256 stage; `Manifest.db` lies there in plain.
    BEFORE_IOS_10_2,
    SINCE_IOS_10_2
  }

  public Encryption {
    if (outerRounds < 1 || innerRounds < 1) throw new IllegalArgumentException("no rounds");
  }

  /// So few rounds that tests do not wait for them.
  public static Encryption quick(String password) {
    return new Encryption(password, 1_000, 100, Layout.SINCE_IOS_10_2);
  }

  /// As many rounds as a phone does: seconds of work.
  public static Encryption asOnAPhone(String password) {
    return new Encryption(password, 10_000_000, 10_000, Layout.SINCE_IOS_10_2);
  }

  /// The same as iOS 10.1 would have written it.
  public Encryption beforeIos102() {
    return new Encryption(password, outerRounds, innerRounds, Layout.BEFORE_IOS_10_2);
  }

  boolean hasOuterStage() {
    return layout == Layout.SINCE_IOS_10_2;
  }

  /// Keeps the password out of messages.
  @Override
  public String toString() {
    return "Encryption[%d, %d, %s]".formatted(outerRounds, innerRounds, layout);
  }
}
