package org.testigo.formats.keybag;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// The expected values are those of RFC 6070 and of Python's `hashlib.pbkdf2_hmac`.
class Pbkdf2Test {

  @Test
  void givesTheVectorsOfRfc6070() {
    assertThat(hex("HmacSHA1", "password", "salt", 4096, 20))
        .isEqualTo("4b007901b765489abead49d926f721d065a429c1");
    assertThat(
            hex(
                "HmacSHA1",
                "passwordPASSWORDpassword",
                "saltSALTsaltSALTsaltSALTsaltSALTsalt",
                4096,
                25))
        .isEqualTo("3d2eec4fe41c849b80c8d83662c0e44a8b291a964cf2f07038");
  }

  @Test
  void takesThePasswordAsUtf8() {
    assertThat(hex("HmacSHA256", "contraseña✓", "0123456789abcdef", 1000, 32))
        .isEqualTo("ef8f233110cbe08c874b4443fb5b3adf346a38cb4ed059a677f0a2b9e1b936bf");
  }

  @Test
  void takesAnEmptyPassword() {
    assertThat(hex("HmacSHA256", "", "salt", 2, 32))
        .isEqualTo("62384466264daadc4144018c6bd864648272b34da8980d31521ffcce92ae003b");
  }

  @Test
  void refusesNoRounds() {
    assertThatThrownBy(() -> hex("HmacSHA1", "p", "s", 0, 20))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("0 iterations");
  }

  private static String hex(String mac, String password, String salt, int rounds, int length) {
    return HexFormat.of()
        .formatHex(
            Pbkdf2.derive(mac, password.getBytes(UTF_8), salt.getBytes(UTF_8), rounds, length));
  }
}
