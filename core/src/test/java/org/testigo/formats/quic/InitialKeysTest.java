package org.testigo.formats.quic;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/// The keys are those of RFC 9001, appendix A.1: for the destination id `8394c8f03e515708` the
/// client's key is `1f36...`, its iv `fa04...`, its key for headers `9f50...`. A packet that is
/// protected with them here has to be opened there.
class InitialKeysTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] ID = HEX.parseHex("8394c8f03e515708");
  private static final byte[] KEY = HEX.parseHex("1f369613dd76d5467730efcbe3b1a22d");
  private static final byte[] IV = HEX.parseHex("fa044b2f42a3fd3b46fb255c");
  private static final byte[] HEADER_KEY = HEX.parseHex("9f50449e04a0e810283a1e9933adedd2");
  private static final QuicVersion VERSION_1 = QuicVersion.of(1).orElseThrow();

  /// A first packet with number 2 in four bytes.
  private static byte[] protectedPacket(byte[] frames) throws GeneralSecurityException {
    int rest = 4 + frames.length + 16;
    byte[] header =
        HEX.parseHex("c300000001088394c8f03e5157080000%04x00000002".formatted(0x4000 | rest));
    byte[] nonce = IV.clone();
    nonce[11] ^= 2;
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE, new SecretKeySpec(KEY, "AES"), new GCMParameterSpec(128, nonce));
    cipher.updateAAD(header);
    byte[] sealed = cipher.doFinal(frames);
    byte[] packet = Arrays.copyOf(header, header.length + sealed.length);
    System.arraycopy(sealed, 0, packet, header.length, sealed.length);
    var mask = Cipher.getInstance("AES/ECB/NoPadding");
    mask.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(HEADER_KEY, "AES"));
    byte[] bits = mask.doFinal(packet, header.length, 16);
    packet[0] ^= (byte) (bits[0] & 0x0f);
    for (int i = 0; i < 4; i++) packet[header.length - 4 + i] ^= bits[1 + i];
    return packet;
  }

  private static Optional<byte[]> opened(byte[] packet, byte[] id) {
    var read = QuicPacket.read(packet, 0, packet.length).orElseThrow();
    return InitialKeys.ofClient(VERSION_1, id).open(packet, 0, read);
  }

  @Test
  void opensWhatTheKeysOfTheStandardProtect() throws GeneralSecurityException {
    byte[] frames = HEX.parseHex("0600040a0b0c0d" + "00".repeat(40));
    byte[] packet = protectedPacket(frames);
    var read = QuicPacket.read(packet, 0, packet.length).orElseThrow();

    assertThat(read.isInitial()).isTrue();
    assertThat(read.destinationId()).isEqualTo(ID);
    assertThat(read.end()).isEqualTo(packet.length);
    assertThat(opened(packet, ID).orElseThrow()).isEqualTo(frames);
  }

  @Test
  void leavesOtherConnectionsAndDamageClosed() throws GeneralSecurityException {
    byte[] packet = protectedPacket(new byte[40]);

    assertThat(opened(packet, new byte[8])).isEmpty();
    packet[packet.length - 1] ^= 1;
    assertThat(opened(packet, ID)).isEmpty();
  }

  @Test
  void tellsAPacketThatTheCaptureCuts() throws GeneralSecurityException {
    byte[] packet = protectedPacket(new byte[40]);
    var cut = QuicPacket.read(packet, 0, packet.length - 1).orElseThrow();

    assertThat(cut.isCut()).isTrue();
    assertThat(cut.end()).isEqualTo(packet.length - 1);
  }

  @Test
  void namesVersions() {
    assertThat(QuicVersion.name(1)).isEqualTo("1");
    assertThat(QuicVersion.name(0x6b3343cf)).isEqualTo("2");
    assertThat(QuicVersion.name(0xff00001d)).isEqualTo("draft-29");
    assertThat(QuicVersion.name(0x51303530)).isEqualTo("Q050");
    assertThat(QuicVersion.of(0xff000016)).isEmpty();
  }
}
