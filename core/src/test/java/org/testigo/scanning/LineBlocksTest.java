package org.testigo.scanning;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testigo.model.MalformedException;
import org.testigo.model.Unreadable.Reason;
import org.testigo.scanning.Block.Fault;

class LineBlocksTest {
  private static final String TEXT = "one\ntwo, a little longer\n\nthree\nfour";

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 16, 22, 23, 40, 1000})
  void theLinesAreTheSameForEverySizeOfBlock(int blockBytes) {
    var blocks = new LineBlocks(stream(TEXT), blockBytes, 100);
    assertThat(texts(all(blocks)))
        .allSatisfy(text -> assertThat(text).matches("(?s)(.*\n)?"))
        .satisfies(all -> assertThat(String.join("", all)).isEqualTo(TEXT + "\n"));
  }

  @Test
  void anEmptyStreamHasNoLines() {
    assertThat(texts(all(new LineBlocks(stream(""), 16, 100)))).containsExactly("");
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 10, 64})
  void aLineThatIsTooLongIsAFaultAndTheLinesAroundItAreGiven(int blockBytes) {
    var text = "before\n" + "x".repeat(31) + "\nafter\n" + "y".repeat(30) + "\n";
    List<Block> blocks = all(new LineBlocks(stream(text), blockBytes, 30));
    if (blockBytes == 64) {
      // The block holds it in whole: it is longer than a line that a block grows for.
      assertThat(String.join("", texts(blocks))).isEqualTo(text);
      return;
    }
    assertThat(String.join("", texts(blocks))).isEqualTo("before\nafter\n" + "y".repeat(30) + "\n");
    assertThat(blocks.stream().flatMap(block -> block.fault().stream()))
        .containsExactly(new Fault(Reason.LIMIT, "a line of 31 bytes, expected at most 30", true));
  }

  @Test
  void damageComesBehindTheLinesBeforeIt() {
    var stream = new SequenceInputStream(stream("one\ntw"), new Damaged());
    List<Block> blocks = all(new LineBlocks(stream, 64, 100));
    assertThat(texts(blocks)).containsExactly("one\ntw\n");
    assertThat(blocks.getLast().fault())
        .contains(new Fault(Reason.MALFORMED, "damaged at byte 77: bad checksum", false));
  }

  private static final class Damaged extends InputStream {
    @Override
    public int read() throws IOException {
      throw new MalformedException(77, "bad checksum");
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      return read();
    }
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(ISO_8859_1));
  }

  private static List<Block> all(LineBlocks blocks) {
    var all = new ArrayList<Block>();
    for (Optional<Block> next = blocks.next(new byte[0]);
        next.isPresent();
        next = blocks.next(new byte[0])) all.add(next.get());
    return all;
  }

  private static List<String> texts(List<Block> blocks) {
    return blocks.stream()
        .map(block -> new String(block.bytes(), 0, block.length(), ISO_8859_1))
        .toList();
  }
}
