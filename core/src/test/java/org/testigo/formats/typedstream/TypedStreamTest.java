package org.testigo.formats.typedstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testigo.Corpus;
import org.testigo.formats.keyedarchive.KeyedArchiveBytes;
import org.testigo.formats.plist.Plist;
import org.testigo.formats.plist.PlistValue;
import org.testigo.formats.typedstream.TypedStream.AttributedText;
import org.testigo.model.Budget;
import org.testigo.model.LimitHitException;
import org.testigo.model.MalformedException;
import org.testigo.model.UnsupportedLayoutException;

class TypedStreamTest {
  private static final String CORPUS = "ios/imessage_payloads/streamtyped/";

  private static AttributedText read(byte[] bytes) {
    return TypedStream.attributedText(bytes, Budget.unhurried());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 127, 128, 300, 32_767, 32_768, 70_000})
  void textOfEveryLengthForm(int length) {
    String text = "a".repeat(length);
    assertThat(read(TypedStreamBytes.of(text)))
        .isEqualTo(new AttributedText(text, List.of(), Optional.empty()));
  }

  @Test
  void textBeyondAscii() {
    assertThat(read(TypedStreamBytes.of("¿Viste esto? 😰 ✓")).text())
        .isEqualTo("¿Viste esto? 😰 ✓");
  }

  @Test
  void linksInTheirOrder() {
    var links = List.of("https://a.example.org/x?y=1", "http://b.example.org");
    assertThat(read(TypedStreamBytes.of("mira", links)))
        .isEqualTo(new AttributedText("mira", links, Optional.empty()));
  }

  @Test
  void linksOfADataDetector() {
    byte[] archive = KeyedArchiveBytes.url("https://detected.example.org/");
    var text = read(TypedStreamBytes.withData("mira detected.example.org", List.of(archive)));
    assertThat(text.links()).containsExactly("https://detected.example.org/");
    assertThat(text.damage()).isEmpty();
  }

  @Test
  void damageInTheAttributesKeepsTextAndEarlierLinks() {
    byte[] whole =
        TypedStreamBytes.of("mira", List.of("http://a.example.org", "http://b.example.org"));
    var text = read(Arrays.copyOf(whole, whole.length - 10));
    assertThat(text.text()).isEqualTo("mira");
    assertThat(text.links()).containsExactly("http://a.example.org");
    assertThat(text.damage().orElseThrow()).hasMessage("a text of 20 bytes, 14 are left");
  }

  @Test
  void textThatIsNotUtf8IsGivenAndNamed() {
    byte[] bytes = TypedStreamBytes.of("mira");
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("mira");
    bytes[at] = (byte) 0xff;
    assertThat(read(bytes).text()).isEqualTo("\ufffdira");
    assertThat(read(bytes).damage().orElseThrow()).hasMessage("a text that is not UTF-8");
  }

  @Test
  void nothingReadableIsRefused() {
    assertThatThrownBy(() -> read(new byte[0])).isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> read("bplist00".getBytes(StandardCharsets.US_ASCII)))
        .isInstanceOf(MalformedException.class);
    assertThatThrownBy(
            () -> read("\u0004\u000btypedstream\0\0".getBytes(StandardCharsets.US_ASCII)))
        .isInstanceOf(UnsupportedLayoutException.class);
  }

  @Test
  void nestingWithoutEndIsStopped() {
    byte[] head = TypedStreamBytes.of("");
    int start = new String(head, StandardCharsets.ISO_8859_1).indexOf("NSObject") + 10;
    byte[] bytes = Arrays.copyOf(head, 300_000);
    // Each round opens an object in an object: type @, new, class NSObject.
    for (int i = start; i + 2 < bytes.length; i += 3) {
      bytes[i] = (byte) 0x92;
      bytes[i + 1] = (byte) 0x84;
      bytes[i + 2] = (byte) 0x94;
    }
    assertThatThrownBy(() -> read(bytes)).isInstanceOf(LimitHitException.class);
  }

  @Test
  void mutilatedStreamsNeverBreakTheReader() {
    byte[] archive = KeyedArchiveBytes.url("https://detected.example.org/");
    byte[] whole = TypedStreamBytes.withData("mira", List.of(archive));
    for (int length = 0; length < whole.length; length++) tolerate(Arrays.copyOf(whole, length));
    var random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      byte[] flipped = whole.clone();
      for (int j = 0; j < 3; j++) {
        flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
      }
      tolerate(flipped);
    }
  }

  private static void tolerate(byte[] bytes) {
    try {
      assertThat(read(bytes).text()).isNotNull();
    } catch (MalformedException | LimitHitException | UnsupportedLayoutException e) {
      assertThat(e).hasMessageNotContaining("null");
    }
  }

  @Test
  void realTextOnly() {
    assertThat(read(Corpus.bytes(CORPUS + "AttributedBodyTextOnly2")))
        .isEqualTo(new AttributedText("Test 3", List.of(), Optional.empty()));
  }

  @Test
  void realMultiPart() {
    assertThat(read(Corpus.bytes(CORPUS + "MultiPart")))
        .isEqualTo(
            new AttributedText(
                "\ufffctest 1\ufffctest 2 \ufffctest 3", List.of(), Optional.empty()));
  }

  /// The two versions of a message that was edited into a link.
  @Test
  void realEditIntoALink() {
    var payload =
        (PlistValue.Dictionary)
            Plist.parse(
                Corpus.bytes("ios/imessage_payloads/edited_message/EditedToLink.plist"),
                Budget.unhurried());
    var parts = payload.dictionary("ec").orElseThrow();
    var versions =
        parts.entries().stream()
            .flatMap(part -> ((PlistValue.Array) part.value()).values().stream())
            .map(version -> read(((PlistValue.Dictionary) version).data("t").orElseThrow()))
            .toList();
    assertThat(versions)
        .containsExactly(
            new AttributedText("here we go!", List.of(), Optional.empty()),
            new AttributedText(
                "https://github.com/ReagentX/imessage-exporter/issues/10",
                List.of(),
                Optional.empty()));
  }

  /// Its text was shortened by hand and its length was not: what can be told of it is given.
  @Test
  void realTextWithWrongLength() {
    var text = read(Corpus.bytes(CORPUS + "ExtraData"));
    assertThat(text.text()).isEqualTo("This is parsing  ");
    assertThat(text.damage().orElseThrow()).hasMessage("a text of 157 bytes, 120 are left");
  }
}
