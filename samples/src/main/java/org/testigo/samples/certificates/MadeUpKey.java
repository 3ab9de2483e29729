package org.testigo.samples.certificates;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Arrays;

/// A public key, with what signs for it; always the same for the same name.
public sealed interface MadeUpKey {

  /// The key with its algorithm (SubjectPublicKeyInfo).
  byte[] publicKey();

  /// The algorithm of its signatures, as DER.
  byte[] algorithm();

  byte[] sign(byte[] signed);

  /// A key that looks like one of RSA with 2048 bits; its signatures verify nowhere. Made in
  /// microseconds.
  static MadeUpKey looksLikeRsa(String name) {
    return new Looks(name);
  }

  /// A key of Ed25519 whose signatures verify. Made in milliseconds.
  static MadeUpKey real(String name) {
    return Real.of(name);
  }

  /// Bytes that depend on the name only.
  private static byte[] bytes(String name, int count) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      byte[] bytes = new byte[count];
      byte[] block = name.getBytes(StandardCharsets.UTF_8);
      for (int at = 0; at < count; at += block.length) {
        block = digest.digest(block);
        System.arraycopy(block, 0, bytes, at, Math.min(block.length, count - at));
      }
      return bytes;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// Bytes that only look like a key.
  record Looks(String name) implements MadeUpKey {
    private static final int BYTES = 256;
    private static final byte[] NULL = {5, 0};

    @Override
    public byte[] publicKey() {
      byte[] modulus = bytes(name, BYTES);
      // A modulus has all of its bits and is odd.
      modulus[0] |= (byte) 0x80;
      modulus[BYTES - 1] |= 1;
      return DerWriter.sequence(
          DerWriter.sequence(DerWriter.oid("1.2.840.113549.1.1.1"), NULL),
          DerWriter.bits(
              DerWriter.sequence(
                  DerWriter.integer(new BigInteger(1, modulus)),
                  DerWriter.integer(BigInteger.valueOf(65_537)))));
    }

    @Override
    public byte[] algorithm() {
      return DerWriter.sequence(DerWriter.oid("1.2.840.113549.1.1.11"), NULL);
    }

    @Override
    public byte[] sign(byte[] signed) {
      return bytes(name + Arrays.hashCode(signed), BYTES);
    }
  }

  /// A pair of keys.
  record Real(KeyPair pair) implements MadeUpKey {
    private static Real of(String name) {
      try {
        var generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(255, new FixedRandom(bytes(name, 32)));
        return new Real(generator.generateKeyPair());
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every JDK has Ed25519", e);
      }
    }

    @Override
    public byte[] publicKey() {
      return pair.getPublic().getEncoded();
    }

    @Override
    public byte[] algorithm() {
      return DerWriter.sequence(DerWriter.oid("1.3.101.112"));
    }

    @Override
    public byte[] sign(byte[] signed) {
      try {
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(signed);
        return signature.sign();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every JDK has Ed25519", e);
      }
    }
  }

  /// Gives the same bytes whenever it is asked.
  final class FixedRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private final byte[] bytes;

    FixedRandom(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    @Override
    public void nextBytes(byte[] into) {
      for (int i = 0; i < into.length; i++) into[i] = bytes[i % bytes.length];
    }
  }
}
