package org.testigo.scans;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.testigo.model.scan.Bytes;

class HeadsTest {

  private static Bytes head(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void paths() {
    assertThat(
            Heads.paths(
                head(
                    " {\"a\":{\"b\":[{\"c\":1},2,\"x\"]},\"d\\u0065\":\"f\\\":\", \"g\" : null}\n{\"next\":1}")))
        .containsExactlyInAnyOrder("a", "a/b", "a/b/c", "de", "g");
    assertThat(Heads.paths(head("\ufeff[{\"a\":1},{\"b\":2}]")))
        .containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void aCutHeadTellsWhatItHolds() {
    assertThat(Heads.paths(head("{\"a\":1,\"b\":\"lon"))).containsExactlyInAnyOrder("a", "b");
    assertThat(Heads.paths(head("{\"a\":1,\"b"))).containsExactly("a");
  }

  @Test
  void anythingElseHasNoPaths() {
    for (var other : new String[] {"", "a,b", "\"a\":1", "{}", "{]", "}{\"a\":1}"}) {
      assertThat(Heads.paths(head(other))).as(other).isEmpty();
    }
  }

  @Test
  void noEndIsReachedTwice() {
    byte[] all = new byte[256 * 64];
    IntStream.range(0, all.length).forEach(i -> all[i] = (byte) (i * 31 >> 3));
    all[0] = '{';
    for (int length = 0; length < all.length; length += 61) {
      assertThat(Heads.paths(new Bytes(Arrays.copyOf(all, length)))).hasSizeLessThan(500);
    }
    assertThat(Heads.paths(head("[".repeat(100_000)))).isEmpty();
  }

  @Test
  void firstLine() {
    assertThat(Heads.firstLine(head("\ufeffa,b \r\nc"))).isEqualTo("a,b");
    assertThat(Heads.firstLine(head("a"))).isEqualTo("a");
    assertThat(Heads.isCut(head("a"))).isTrue();
    assertThat(Heads.isCut(head("a\n"))).isFalse();
  }
}
