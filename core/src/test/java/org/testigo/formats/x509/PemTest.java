package org.testigo.formats.x509;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.testigo.model.MalformedException;

class PemTest {
  private static final byte[] ONE =
      DerBytes.certificate(DerBytes.hex("01"), DerBytes.commonName("a"), DerBytes.commonName("b"));
  private static final byte[] TWO =
      DerBytes.certificate(DerBytes.hex("02"), DerBytes.commonName("a"), DerBytes.commonName("c"));

  @Test
  void readsSeveralWithTextBetween() {
    String text =
        "# a file\r\n"
            + Pem.text(ONE).replace("\n", "\r\n")
            + "-----BEGIN X-----\n"
            + Pem.text(TWO);
    assertThat(Pem.certificates(text))
        .containsExactly(Certificate.parse(ONE), Certificate.parse(TWO));
  }

  @Test
  void oneThatIsBrokenHidesNoOther() {
    String broken = Pem.text(ONE).replace("M", "*");
    String unended = "-----BEGIN CERTIFICATE-----\nMIIB\n";
    var blocks = Pem.blocks(broken + unended + Pem.text(TWO));
    assertThat(blocks).hasSize(3);
    assertThat(blocks.get(0).fault().orElseThrow()).hasMessageContaining("is no base64");
    assertThat(blocks.get(1).fault().orElseThrow()).hasMessageContaining("has no end line");
    assertThat(blocks.get(1).offset()).isEqualTo(broken.length());
    assertThat(blocks.get(2).certificate()).contains(Certificate.parse(TWO));
    assertThatThrownBy(() -> Pem.certificates(broken)).isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> Pem.certificates("nothing")).isInstanceOf(MalformedException.class);
  }

  @Test
  void writesLinesOf64Characters() {
    var lines = Pem.text(ONE).lines().toList();
    assertThat(lines.getFirst()).isEqualTo("-----BEGIN CERTIFICATE-----");
    assertThat(lines.get(1)).hasSize(64);
    assertThat(lines.getLast()).isEqualTo("-----END CERTIFICATE-----");
  }

  @Test
  void hashesTheTextWithoutItsFinalNewline() throws Exception {
    String text = Pem.text(ONE).strip();
    byte[] md5 = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.US_ASCII));
    var fingerprints = Certificate.parse(ONE).fingerprints();
    assertThat(fingerprints.pemMd5()).isEqualTo(HexFormat.of().formatHex(md5));
    assertThat(fingerprints.pemMd5()).isNotEqualTo(fingerprints.md5());
  }
}
