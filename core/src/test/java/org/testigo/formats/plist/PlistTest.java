package org.testigo.formats.plist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testigo.model.Budget;
import org.testigo.model.Budget.Allowance;
import org.testigo.model.Limit;
import org.testigo.model.LimitHitException;
import org.testigo.model.MalformedException;
import org.testigo.model.UnsupportedLayoutException;

class PlistTest {
  private static final String ALL_IN_WORDS =
      "{text: Ñandú ✓ 😰, empty: , whole: -42, big: 9007199254740993, real: 2.5, yes: true, no: false,"
          + " at: 2021-01-17T19:23:38Z, data: data 0x00ff10, list: [1, a, [], {}]}";

  private static Map<String, Object> all() {
    var all = new LinkedHashMap<String, Object>();
    all.put("text", "Ñandú ✓ 😰");
    all.put("empty", "");
    all.put("whole", -42);
    all.put("big", 9_007_199_254_740_993L);
    all.put("real", 2.5);
    all.put("yes", true);
    all.put("no", false);
    all.put("at", Instant.parse("2021-01-17T19:23:38Z"));
    all.put("data", new byte[] {0, (byte) 0xff, 16});
    all.put("list", List.of(1, "a", List.of(), Map.of()));
    return all;
  }

  private static PlistValue parse(byte[] bytes) {
    return Plist.parse(bytes, Budget.unhurried());
  }

  private static PlistValue.Dictionary dictionary(byte[] bytes) {
    return (PlistValue.Dictionary) parse(bytes);
  }

  private static String words(byte[] bytes) {
    return PlistText.of(parse(bytes), 10_000);
  }

  @Test
  void binaryAndXmlGiveTheSameValues() {
    assertThat(words(PlistBytes.binary(all()))).isEqualTo(ALL_IN_WORDS);
    assertThat(words(PlistBytes.xml(all()))).isEqualTo(ALL_IN_WORDS);
  }

  @Test
  void looksUpByKeyAndKind() {
    for (byte[] bytes : List.of(PlistBytes.binary(all()), PlistBytes.xml(all()))) {
      var list = dictionary(bytes);
      assertThat(list.text("text")).hasValue("Ñandú ✓ 😰");
      assertThat(list.whole("big")).hasValue(9_007_199_254_740_993L);
      assertThat(list.truth("no")).hasValue(false);
      assertThat(list.date("at").orElseThrow().at()).isEqualTo("2021-01-17T19:23:38Z");
      assertThat(list.data("data").orElseThrow()).containsExactly(0, 255, 16);
      assertThat(list.array("list").orElseThrow().values()).hasSize(4);
      assertThat(list.dictionary("absent")).isEmpty();
      assertThatThrownBy(() -> list.text("whole"))
          .isInstanceOf(MalformedException.class)
          .hasMessage("key whole holds a whole number, expected a text");
    }
  }

  @Test
  void keepsDuplicateKeysVisibleAndLooksUpTheFirst() {
    var list = dictionary(xml("<dict><key>a</key><true/><key>a</key><false/></dict>"));
    assertThat(list.entries()).extracting(PlistValue.Entry::key).containsExactly("a", "a");
    assertThat(list.truth("a")).hasValue(true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
  void xmlInEveryEncodingWithAndWithoutByteOrderMark(String encoding) {
    String text = "<plist><string>Ñ ✓ 😰</string></plist>";
    for (String start : List.of("", "\ufeff", "\n \t")) {
      assertThat(words((start + text).getBytes(Charset.forName(encoding)))).isEqualTo("Ñ ✓ 😰");
    }
  }

  @Test
  void xmlInTheEncodingThatItDeclares() {
    String text = "<?xml version='1.0' encoding='ISO-8859-1'?><plist><string>Ñ</string></plist>";
    assertThat(words(text.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("Ñ");
  }

  @Test
  void deepButLegalNestingOfXmlIsRead() {
    String text = "<array>".repeat(300) + "</array>".repeat(300);
    assertThat(words(xml(text))).isEqualTo("[".repeat(300) + "]".repeat(300));
  }

  @Test
  void nestingWithoutEndHitsTheDepthLimit() {
    String text = "<array>".repeat(100_000);
    assertThatThrownBy(() -> parse(xml(text)))
        .isInstanceOf(LimitHitException.class)
        .extracting(e -> ((LimitHitException) e).limit())
        .isEqualTo(Limit.DEPTH);
    var objects = new ArrayList<byte[]>();
    for (int i = 1; i < 30_000; i++) objects.add(PlistBytes.container(0xa0, 1, i));
    objects.add(new byte[] {9});
    assertThatThrownBy(() -> parse(PlistBytes.assemble(objects)))
        .isInstanceOf(LimitHitException.class)
        .extracting(e -> ((LimitHitException) e).limit())
        .isEqualTo(Limit.DEPTH);
  }

  @Test
  void depthCountsTheLongestWayToAnObjectThatIsShared() {
    // The outermost array names the deep chain first by its end, then by its start.
    var objects = new ArrayList<byte[]>();
    objects.add(PlistBytes.container(0xa0, 2, 400, 1));
    for (int i = 1; i < 700; i++) objects.add(PlistBytes.container(0xa0, 1, i + 1));
    objects.add(new byte[] {9});
    assertThatThrownBy(() -> parse(PlistBytes.assemble(objects)))
        .isInstanceOf(LimitHitException.class);
  }

  @Test
  void sharedReferencesThatUnfoldWithoutEndSpendTheBudgetOfTheWalker() {
    var objects = new ArrayList<byte[]>();
    for (int i = 1; i <= 60; i++) objects.add(PlistBytes.container(0xa0, 2, i, i));
    objects.add(new byte[] {9});
    var allowance = new Allowance(10, 10, 100_000, 100_000, 100, 0);
    var value = Plist.parse(PlistBytes.assemble(objects), new Budget(allowance, () -> 0));
    assertThatThrownBy(() -> PlistText.of(value, Integer.MAX_VALUE))
        .isInstanceOf(LimitHitException.class)
        .extracting(e -> ((LimitHitException) e).limit())
        .isEqualTo(Limit.NODES);
  }

  @Test
  void listThatContainsItselfIsRefused() {
    var objects = List.of(PlistBytes.container(0xa0, 1, 1), PlistBytes.container(0xa0, 1, 0));
    assertThatThrownBy(() -> parse(PlistBytes.assemble(objects)))
        .isInstanceOf(MalformedException.class)
        .hasMessage("object 0 contains itself");
  }

  @Test
  void containersThatLieUponEachOtherAreRefused() {
    // Objects 1 and 2 have no bytes, so their offsets are that of object 3.
    var overlapping =
        PlistBytes.assemble(
            List.of(
                PlistBytes.container(0xa0, 3, 1, 2, 3),
                new byte[0],
                new byte[0],
                PlistBytes.container(0xa0, 3, 4, 4, 4),
                new byte[] {9}));
    assertThatThrownBy(() -> parse(overlapping))
        .isInstanceOf(MalformedException.class)
        .hasMessage("arrays and dictionaries that lie upon each other");
  }

  @Test
  void damagedBinaryValueThrowsWhenItIsTakenAndTheOthersAreRead() {
    var objects =
        List.of(
            PlistBytes.container(0xd0, 2, 1, 2, 3, 4),
            PlistBytes.counted(0x50, 1, new byte[] {'a'}),
            PlistBytes.counted(0x50, 1, new byte[] {'b'}),
            new byte[] {(byte) 0xf7},
            new byte[] {9});
    var list = dictionary(PlistBytes.assemble(objects));
    assertThat(list.truth("b")).hasValue(true);
    assertThatThrownBy(() -> list.truth("a"))
        .isInstanceOf(MalformedException.class)
        .hasMessage("marker 0xf7, expected that of a property list object");
  }

  @Test
  void cutXmlKeepsWhatStandsBeforeTheCut() {
    byte[] whole = PlistBytes.xml(all());
    int cut = new String(whole, StandardCharsets.UTF_8).indexOf("<key>yes");
    var list = dictionary(Arrays.copyOf(whole, cut + 10));
    assertThat(list.text("empty")).hasValue("");
    assertThatThrownBy(() -> list.truth("no"))
        .isInstanceOf(MalformedException.class)
        .hasMessageStartingWith("not well-formed XML from here on");
  }

  @Test
  void wrongScalarThrowsWhenItIsTakenAndTheOthersAreRead() {
    var list = dictionary(xml("<dict><key>a</key><integer>4x</integer><key>b</key><true/></dict>"));
    assertThat(list.truth("b")).hasValue(true);
    assertThatThrownBy(() -> list.whole("a"))
        .isInstanceOf(MalformedException.class)
        .hasMessage("<integer> with 4x");
  }

  @Test
  void xmlThatIsNotInItsEncodingKeepsWhatStandsBefore() {
    byte[] bytes = xml("<array><string>\ufffd</string><string>@</string></array>");
    bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('@')] = (byte) 0xfc;
    var array = (PlistValue.Array) parse(bytes);
    assertThat(array.values().get(0)).isEqualTo(new PlistValue.Text("\ufffd"));
    assertThatThrownBy(() -> array.values().get(1))
        .isInstanceOf(MalformedException.class)
        .hasMessage("byte 0xfc, expected a character in UTF-8");
  }

  @Test
  void endlessTextAndEndlessListHitALimit() {
    assertThatThrownBy(() -> parse(xml("<string>" + "a".repeat(17 << 20) + "</string>")))
        .isInstanceOf(LimitHitException.class)
        .extracting(e -> ((LimitHitException) e).limit())
        .isEqualTo(Limit.BYTES);
    assertThatThrownBy(() -> parse(xml("<array>" + "<true/>".repeat(2_000_001) + "</array>")))
        .isInstanceOf(LimitHitException.class)
        .extracting(e -> ((LimitHitException) e).limit())
        .isEqualTo(Limit.NODES);
  }

  @Test
  void entitiesOfTheTextAreNeverExpanded() {
    String text =
        "<!DOCTYPE plist [<!ENTITY e SYSTEM 'file:///etc/hostname'><!ENTITY i 'x'>]>"
            + "<plist><array><string>&amp;&#65;</string><string>HERE</string></array></plist>";
    for (String entity : List.of("&e;", "&i;")) {
      var array =
          (PlistValue.Array) parse(text.replace("HERE", entity).getBytes(StandardCharsets.UTF_8));
      assertThat(array.values().get(0)).isEqualTo(new PlistValue.Text("&A"));
      assertThatThrownBy(() -> array.values().get(1))
          .isInstanceOf(MalformedException.class)
          .hasMessage("an entity of the text's own, expected plain characters");
    }
  }

  @Test
  void manyEscapedCharactersAreNoExpansion() {
    assertThat(words(xml("<string>" + "&amp;&#x1F630;".repeat(3_000) + "</string>")))
        .isEqualTo("&😰".repeat(3_000));
  }

  @Test
  void xmlReferenceOfAnArchiveIsAReference() {
    var value = parse(xml("<dict><key>CF$UID</key><integer>7</integer></dict>"));
    assertThat(value).isEqualTo(new PlistValue.Uid(7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{a = b;}", "(1, 2)", "// !$*UTF8*$!\n{}", "<0fbd 77>", "KEY = \"v\";"})
  void openStepIsNamedAndRefused(String text) {
    assertThatThrownBy(() -> parse(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UnsupportedLayoutException.class)
        .hasMessage("an OpenStep (ASCII) property list, expected a binary or XML one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\": 1}", "[1, 2]"})
  void jsonIsNamedAndRefused(String text) {
    assertThatThrownBy(() -> parse(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UnsupportedLayoutException.class)
        .hasMessage("a JSON text, expected a binary or XML property list");
  }

  @Test
  void otherBinaryVersionIsNamedAndRefused() {
    byte[] bytes = PlistBytes.binary(true);
    bytes[6] = '1';
    bytes[7] = '7';
    assertThatThrownBy(() -> parse(bytes))
        .isInstanceOf(UnsupportedLayoutException.class)
        .hasMessage("binary property list of version 0x3137, expected 0x3030");
  }

  @Test
  void dateThatIsNoDateIsRefused() {
    for (double seconds : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e300, -1e12}) {
      assertThatThrownBy(() -> CocoaTime.at(seconds, 9)).isInstanceOf(MalformedException.class);
    }
    assertThat(CocoaTime.at(0.25, 0)).isEqualTo("2001-01-01T00:00:00.250Z");
    assertThat(CocoaTime.at(-0.5, 0)).isEqualTo("2000-12-31T23:59:59.500Z");
    assertThat(CocoaTime.text(588_813_210.5)).isEqualTo("588813210.5");
  }

  private static byte[] xml(String value) {
    return ("<?xml version=\"1.0\"?><plist>" + value + "</plist>").getBytes(StandardCharsets.UTF_8);
  }
}
