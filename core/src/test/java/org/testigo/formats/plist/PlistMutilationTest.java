package org.testigo.formats.plist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testigo.model.Budget;
import org.testigo.model.Budget.Allowance;
import org.testigo.model.LimitHitException;
import org.testigo.model.MalformedException;
import org.testigo.model.UnsupportedLayoutException;

/// Cut and flipped lists: only the three exceptions of a reader come out, each with its reason.
@Timeout(120)
class PlistMutilationTest {
  private static final Object LIST =
      Map.of(
          "text", "Ñandú ✓",
          "numbers", List.of(1, 2.5, Long.MIN_VALUE, true),
          "at", Instant.parse("2021-01-17T19:23:38Z"),
          "data", new byte[300],
          "deep", List.of(List.of(List.of(Map.of("a", new PlistValue.Uid(3))))));

  private int readWhole;
  private int refused;

  @Test
  void binary() {
    mutilate(PlistBytes.binary(LIST), 30_000);
    assertThat(readWhole).isPositive();
    assertThat(refused).isGreaterThan(10_000);
  }

  @Test
  void xml() {
    mutilate(PlistBytes.xml(LIST), 8_000);
    assertThat(readWhole).isPositive();
    assertThat(refused).isGreaterThan(4_000);
  }

  private void mutilate(byte[] whole, int flips) {
    for (int length = 0; length < whole.length - 20; length++) {
      int before = refused;
      read(Arrays.copyOf(whole, length));
      assertThat(refused).as("cut at %d", length).isEqualTo(before + 1);
    }
    var random = new Random(42);
    for (int i = 0; i < flips; i++) {
      byte[] flipped = whole.clone();
      for (int j = 0; j <= i % 3; j++) {
        flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
      }
      read(flipped);
    }
  }

  private void read(byte[] bytes) {
    var allowance = new Allowance(0, 0, 100_000, 1 << 20, 100, 10_000);
    try {
      PlistText.of(Plist.parse(bytes, new Budget(allowance, () -> 0)), 100_000);
      readWhole++;
    } catch (MalformedException | LimitHitException | UnsupportedLayoutException e) {
      assertThat(e.getMessage()).isNotBlank();
      refused++;
    }
  }
}
