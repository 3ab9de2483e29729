package org.testigo.formats.keybag;

/// One stage of deriving a key from a password.
final class DerivationStage {
  private static final int KEY_BYTES = 32;

  private final String macAlgorithm;
  private final byte[] salt;
  private final long iterations;

  DerivationStage(String macAlgorithm, byte[] salt, long iterations) {
    this.macAlgorithm = macAlgorithm;
    this.salt = salt.clone();
    this.iterations = iterations;
  }

  long iterations() {
    return iterations;
  }

  byte[] derive(byte[] secret) {
    return Pbkdf2.derive(macAlgorithm, secret, salt, iterations, KEY_BYTES);
  }
}
