package org.testigo.scans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.testigo.Corpus;
import org.testigo.model.MalformedException;

class CsvFieldsTest {

  @Test
  void fields() {
    assertThat(CsvFields.of("a,,\"b,\"\"c\"\"\",\"\",d"))
        .containsExactly("a", "", "b,\"c\"", "", "d");
    assertThat(CsvFields.of("")).containsExactly("");
    assertThat(CsvFields.of(",")).containsExactly("", "");
    assertThat(CsvFields.of("a,\"\"")).containsExactly("a", "");
    byte[] line = "\ufeffa,b \r\n".getBytes(StandardCharsets.UTF_8);
    assertThat(CsvFields.of(line, 0, line.length)).containsExactly("a", "b");
  }

  @Test
  void refused() {
    assertThatThrownBy(() -> CsvFields.of("a,\"b"))
        .isInstanceOf(MalformedException.class)
        .hasMessage("a quoted field without its end");
    assertThatThrownBy(() -> CsvFields.of("\"a\"b"))
        .hasMessage("text behind a quoted field, expected a comma");
    assertThatThrownBy(() -> CsvFields.of(",".repeat(1000))).hasMessage("more than 1000 columns");
  }

  @Test
  void hostileFilesOfTheCorpus() {
    var endings = new TreeMap<String, Integer>();
    for (var file : Corpus.filesBelow("hostile/go-fuzz/csv/corpus")) {
      new String(Corpus.read(file), StandardCharsets.UTF_8)
          .lines()
          .forEach(line -> endings.merge(ending(line), 1, Integer::sum));
    }
    assertThat(endings).containsExactly(Map.entry("read", 104));
  }

  private static String ending(String line) {
    try {
      return CsvFields.of(line).isEmpty() ? "no field" : "read";
    } catch (MalformedException e) {
      return e.detail();
    }
  }
}
