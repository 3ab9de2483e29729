package org.testigo.scans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testigo.Corpus;
import org.testigo.model.MalformedException;
import org.testigo.scans.Json.ArrayValue;
import org.testigo.scans.Json.NumberValue;
import org.testigo.scans.Json.Plain;

class JsonReaderTest {

  @Test
  void everyKindOfValue() {
    var json = read(" {\"a\" : [1, -0.5e+2, true , false,null, \"x\"] ,\"b\":{}, \"c\": [ ] } ");
    assertThat(json.members().keySet()).containsExactly("a", "b", "c");
    assertThat(json.at("a").orElseThrow().items())
        .startsWith(
            new NumberValue("1"), new NumberValue("-0.5e+2"), Plain.TRUE, Plain.FALSE, Plain.NULL)
        .hasSize(6);
    assertThat(json.at("a").orElseThrow().items().getLast().text()).contains("x");
    assertThat(json.at("b").orElseThrow().members()).isEmpty();
    assertThat(json.at("c")).contains(new ArrayValue(List.of()));
  }

  @Test
  void aKeyMayBeSpelledWithEscapes() {
    assertThat(read("{\"d\\u0061ta\":\"x\",\"\\u006eull\":null}").text("data")).contains("x");
    assertThat(read("{\"a\":null}").at("a")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "12, 12",
    "'\"12\"', 12",
    "1.3e9, 1300000000",
    "12.0, 12",
    "-5, -5",
  })
  void wholeNumbers(String written, long expected) {
    assertThat(read(written).whole()).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1.5", "1e999999", "99999999999999999999999", "\"1e99999999\"", "\"x\"", "true"})
  void noWholeNumbers(String written) {
    assertThat(read(written).whole()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":1,\"\\u0061\":2}|7|the key 'a' stands twice",
        "{\"a\":1,}|7|byte 0x7d, expected the quote of a key",
        "{\"a\" 1}|5|byte 0x31, expected ':'",
        "{\"a\":1|6|the end, expected '}'",
        "[1 2]|3|byte 0x32, expected ']'",
        "[1]x|3|byte 0x78 behind the value, expected its end",
        "\"abc|4|a text without its closing quote",
        "\"\\x\"|1|an unknown escape in a text",
        "\"\\u12g4\"|1|an escape \\u without four hexadecimal digits",
        "\"\\u12|1|an escape \\u that is cut off",
        "\"\\|1|an unknown escape in a text",
        "01|2|a number with a zero in front",
        "-|1|the end, expected a value",
        "1.|2|the end, expected a value",
        "nul|0|not a word of JSON",
        "NaN|0|byte 0x4e, expected a value",
      })
  void malformed(String written, long offset, String detail) {
    assertThatThrownBy(() -> read(written))
        .isInstanceOfSatisfying(
            MalformedException.class, e -> assertThat(e.offsetBytes()).isEqualTo(offset))
        .hasMessage(detail);
  }

  @Test
  void aControlCharacterInsideATextIsRefused() {
    assertThatThrownBy(() -> read("\"a\tb\""))
        .hasMessage("byte 0x09 inside a text, expected its escape");
  }

  @Test
  void nestingHasAnEnd() {
    assertThat(read("[".repeat(500) + "]".repeat(500)).items()).hasSize(1);
    assertThatThrownBy(() -> read("[".repeat(501) + "]".repeat(501)))
        .isInstanceOf(MalformedException.class)
        .hasMessage("nested deeper than 500 levels");
  }

  @Test
  void theNumberOfValuesHasAnEnd() {
    assertThatThrownBy(() -> read("[" + "1,".repeat(2_000_000) + "1]"))
        .hasMessage("more than 2000000 values");
  }

  @Test
  void aMarkAtTheBeginningIsPassedOver() {
    assertThat(read("\ufeff[]").items()).isEmpty();
  }

  @Test
  void theRangeIsKept() {
    byte[] bytes = "xx{\"a\":\"b\"}yy".getBytes(StandardCharsets.UTF_8);
    assertThat(JsonReader.read(bytes, 2, bytes.length - 2).text("a")).contains("b");
  }

  @Test
  void cutAnywhereIsRefused() {
    byte[] whole =
        "{\"a\":[1.5,{\"b\":\"\\u00e9\\n\"}],\"c\":true}".getBytes(StandardCharsets.UTF_8);
    IntStream.range(0, whole.length)
        .forEach(to ->
            assertThatThrownBy(() -> JsonReader.read(whole, 0, to))
                .isInstanceOf(MalformedException.class));
  }

  @Test
  void hostileFilesOfTheCorpus() {
    var endings = new TreeMap<String, String>();
    for (var folder : List.of("hostile/generated/json", "hostile/go-fuzz/json/corpus")) {
      Corpus.filesBelow(folder).forEach(file -> endings.put(nameOf(file), ending(file)));
    }
    assertThat(endings)
        .hasSize(30)
        .containsAllEntriesOf(
            Map.of(
                "bom_utf16.json", "byte 0xff, expected a value",
                "deep_array.json", "nested deeper than 500 levels",
                "deep_object.json", "nested deeper than 500 levels",
                "dup_keys_stix.json", "the key 'type' stands twice",
                "numbers.json", "byte 0x4e, expected a value",
                "stix_redos.json", "read"));
    assertThat(endings.values().stream().filter("read"::equals)).hasSize(21);
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static String ending(Path file) {
    try {
      JsonReader.read(Corpus.read(file));
      return "read";
    } catch (MalformedException e) {
      return e.detail();
    }
  }

  private static Json read(String text) {
    return JsonReader.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
