package org.testigo.samples.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.testigo.formats.plist.Plist;
import org.testigo.formats.plist.PlistText;
import org.testigo.formats.plist.PlistValue;
import org.testigo.model.Budget;

class BinaryPlistTest {
  private static final Dict EVERY_KIND =
      Dict.of(
          "text",
          "plain",
          "wide",
          "ñandú 🎉",
          "zero",
          0,
          "byte",
          255,
          "short",
          256,
          "int",
          65_536L,
          "long",
          Long.MAX_VALUE,
          "negative",
          -1,
          "real",
          0.25,
          "yes",
          true,
          "no",
          false,
          "data",
          new byte[] {1, 2, 3},
          "date",
          Instant.parse("2026-03-14T19:40:00Z"),
          "list",
          List.of("a", "a", Dict.of("k", "v")));

  private static final String AS_TEXT =
      "{text: plain, wide: ñandú 🎉, zero: 0, byte: 255, short: 256, int: 65536, long: 9223372036854775807,"
          + " negative: -1, real: 0.25, yes: true, no: false, data: data 0x010203, date: 2026-03-14T19:40:00Z,"
          + " list: [a, a, {k: v}]}";

  @Test
  void everyKindOfValueComesBack() {
    assertThat(text(BinaryPlist.write(EVERY_KIND))).isEqualTo(AS_TEXT);
  }

  @Test
  void theXmlFormSaysTheSame() {
    assertThat(text(XmlPlist.write(EVERY_KIND))).isEqualTo(AS_TEXT);
  }

  @Test
  void moreThan256ObjectsTakeWiderReferences() {
    List<Integer> numbers = IntStream.range(0, 70_000).boxed().toList();
    var list = (PlistValue.Array) Plist.parse(BinaryPlist.write(numbers), Budget.unhurried());
    assertThat(list.values()).hasSize(70_000);
    assertThat(list.values().get(69_999)).isEqualTo(PlistValue.Whole.of(69_999));
  }

  @Test
  void equalTextsAreWrittenOnce() {
    byte[] many = BinaryPlist.write(Collections.nCopies(100, "the same text again"));
    assertThat(many).hasSizeLessThan(200);
    assertThat(new String(many, StandardCharsets.ISO_8859_1))
        .containsOnlyOnce("the same text again");
  }

  private static String text(byte[] plist) {
    return PlistText.of(Plist.parse(plist, Budget.unhurried()), 10_000);
  }
}
