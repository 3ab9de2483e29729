package org.testigo.artifacts.ios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.testigo.Corpus;
import org.testigo.artifacts.Readings;
import org.testigo.formats.plist.PlistBytes;
import org.testigo.formats.typedstream.TypedStream.AttributedText;
import org.testigo.formats.typedstream.TypedStreamBytes;
import org.testigo.model.Reading;

/// The payloads inside a row of a message, each on its own.
final class MessagePartsTest {
  private final List<Reading> readings = new ArrayList<>();
  private final RowReadings rows =
      new RowReadings(new Readings("ios.sms", "sms.db", readings::add, _ -> {}));

  @Test
  void readsTheEditOfTheCorpus() {
    byte[] summary = Corpus.bytes("ios/imessage_payloads/edited_message/EditedToLink.plist");
    assertThat(MessageEdits.mayBeIn(summary)).isTrue();
    assertThat(MessageEdits.read(summary, rows))
        .isEqualTo(new MessageEdits(true, false, List.of("here we go!"), List.of()));
    assertThat(readings).isEmpty();
  }

  @Test
  void looksIntoSummariesThatMayHoldEdits() {
    assertThat(MessageEdits.mayBeIn(PlistBytes.binary(Map.of("ust", true)))).isFalse();
    assertThat(MessageEdits.mayBeIn(PlistBytes.binary(Map.of("rp", List.of(0))))).isTrue();
    assertThat(MessageEdits.mayBeIn(PlistBytes.xml(Map.of("ust", true)))).isTrue();
    byte[] whole = PlistBytes.binary(Map.of("ust", true));
    assertThat(MessageEdits.mayBeIn(Arrays.copyOf(whole, whole.length - 1))).isTrue();
  }

  @Test
  void tellsAVersionThatIsDamagedAndKeepsTheOthers() {
    byte[] whole = TypedStreamBytes.of("primero");
    var versions =
        List.of(
            Map.of("d", 1.0, "t", Arrays.copyOf(whole, 20)),
            Map.of("d", 2.0, "t", TypedStreamBytes.of("segundo")),
            Map.of("d", 3.0, "t", TypedStreamBytes.of("tercero")));
    var edits = MessageEdits.read(PlistBytes.binary(Map.of("ec", Map.of("0", versions))), rows);
    assertThat(edits.earlierBodies()).containsExactly("segundo");
    assertThat(readings).hasSize(1);
  }

  @Test
  void findsTheTextOfADamagedArchive() {
    for (String text : new String[] {"corto", "ñ✓".repeat(60), "largo ".repeat(6_000)}) {
      byte[] archive = TypedStreamBytes.of(text);
      archive[2] = 'X';
      readings.clear();
      assertThat(AttributedBody.read("ATTRIBUTEDBODY", archive, rows).map(AttributedText::text))
          .contains(text);
      assertThat(readings).hasSize(1);
    }
  }

  @Test
  void tellsWhatIsLeftOfATextThatIsCut() {
    byte[] archive = TypedStreamBytes.of("un texto entero");
    byte[] cut = Arrays.copyOf(archive, 85);
    assertThat(AttributedBody.read("ATTRIBUTEDBODY", cut, rows).map(AttributedText::text))
        .contains("un texto en");
    assertThat(readings).hasSize(1);
  }
}
