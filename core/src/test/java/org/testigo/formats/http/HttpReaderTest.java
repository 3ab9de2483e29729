package org.testigo.formats.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.Extent;
import org.testigo.model.scan.HttpAnswer;

class HttpReaderTest {

  @Test
  void tellsWhereEveryPartStands() {
    var answer = read("HTTP/1.1 404 NotFound\r\nConnection: close\r\nX:\t a b \r\n\r\n<html>");

    assertThat(answer.statusLine())
        .isEqualTo(new HttpAnswer.StatusLine(new Extent(0, 21), "HTTP/1.1", 404, "NotFound"));
    assertThat(answer.fields())
        .containsExactly(
            new HttpAnswer.Field("Connection", new Extent(23, 19), new Extent(35, 5)),
            new HttpAnswer.Field("X", new Extent(42, 10), new Extent(46, 3)));
    assertThat(answer.head()).isEqualTo(new Extent(0, 54));
    assertThat(answer.headEnded()).isTrue();
    assertThat(body(answer)).isEqualTo("<html>");
    assertThat(answer.body().offsetInAnswer(answer.body().content().offsetBytes())).isEqualTo(54);
  }

  @Test
  void bareLineFeedsEndLinesToo() {
    var answer = read("HTTP/1.0 200 OK\nA: 1\nB:2\n\nbody");

    assertThat(answer.statusLine().reason()).isEqualTo("OK");
    assertThat(values(answer)).containsExactly("A=1", "B=2");
    assertThat(body(answer)).isEqualTo("body");
  }

  @Test
  void statusLinesMayBeStrange() {
    assertThat(read("HTTP/1.1 200\r\n\r\n").statusLine().status()).isEqualTo(200);
    assertThat(read("HTTP/1.1  503 Busy\r\n\r\n").statusLine())
        .isEqualTo(new HttpAnswer.StatusLine(new Extent(0, 18), "HTTP/1.1", 503, "Busy"));
    assertThat(read("HTTP/1.1 Found\r\n\r\n").statusLine())
        .isEqualTo(new HttpAnswer.StatusLine(new Extent(0, 14), "HTTP/1.1", 0, "Found"));
    assertThat(read("\r\nServer: x\r\n\r\n").statusLine())
        .isEqualTo(new HttpAnswer.StatusLine(new Extent(0, 0), "", 0, ""));
    assertThat(read("SSH-2.0-OpenSSH_9.6\r\n").statusLine().line()).isEqualTo(new Extent(0, 19));
    assertThat(read("").statusLine().line()).isEqualTo(new Extent(0, 0));
  }

  @Test
  void aMissingStatusLineLeavesTheHeader() {
    var answer = read("Server: Apache\r\nDate: x\r\n\r\n");

    assertThat(answer.statusLine().line()).isEqualTo(new Extent(0, 0));
    assertThat(values(answer)).containsExactly("Server=Apache", "Date=x");
  }

  @Test
  void anEmptyFirstLineIsAnEmptyStatusLine() {
    assertThat(values(read("\r\nServer: x\r\n\r\n"))).containsExactly("Server=x");
  }

  @Test
  void aMissingEmptyLineEndsAtTheFirstMark() {
    var answer = read("HTTP/1.1 200 OK\r\nA: 1\r\n<html>: x");

    assertThat(answer.headEnded()).isFalse();
    assertThat(values(answer)).containsExactly("A=1");
    assertThat(body(answer)).isEqualTo("<html>: x");
    assertThat(read("HTTP/1.1 200 OK\r\nA: 1").headEnded()).isFalse();
  }

  @Test
  void foldedAndColonlessLinesAreKept() {
    var answer = read("HTTP/1.1 200 OK\r\nA: 1\r\n  2\r\njunk\r\n: v\r\n\r\n");

    assertThat(values(answer)).containsExactly("A=1\r\n  2", "junk=", "=v");
    assertThat(answer.fields().getFirst().line()).isEqualTo(new Extent(17, 11));
  }

  @Test
  void chunksAreJoinedAndTheirPlacesKept() {
    var answer =
        read(
            "HTTP/1.1 200 OK\r\ntransfer-encoding: Chunked\r\n\r\n"
                + "3\r\nabc\r\n4;x=y\r\ndefg\r\n0\r\n\r\n");

    assertThat(body(answer)).isEqualTo("abcdefg");
    assertThat(answer.body().chunks()).containsExactly(new Extent(50, 3), new Extent(62, 4));
    assertThat(answer.body().offsetInAnswer(2)).isEqualTo(52);
    assertThat(answer.body().offsetInAnswer(3)).isEqualTo(62);
    assertThat(answer.body().offsetInAnswer(7)).isEqualTo(66);
  }

  @Test
  void brokenChunksKeepWhatWasRead() {
    String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    assertThat(body(read(head + "3\r\nabc\r\nzz\r\n"))).isEqualTo("abc");
    assertThat(body(read(head + "ff\r\ncut"))).isEqualTo("cut");
    assertThat(body(read(head + "ffffffff\r\ncut"))).isEqualTo("cut");
    assertThat(body(read(head + "<html>"))).isEqualTo("<html>");
    assertThat(body(read(head + "0\r\n\r\n"))).isEmpty();
    assertThat(body(read(head + "123456789\r\nx"))).isEqualTo("123456789\r\nx");
  }

  @Test
  void junkNeverThrowsAndNothingIsLost() {
    var random = new Random(3);
    byte[] alphabet = "HTP/1. 20:\r\n\t<chunked0f\u0000\u00ff".getBytes(ISO_8859_1);
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = new byte[random.nextInt(60)];
      for (int i = 0; i < bytes.length; i++) bytes[i] = alphabet[random.nextInt(alphabet.length)];
      var answer = HttpReader.read(new Bytes(bytes));
      int to = answer.statusLine().line().endBytes();
      for (HttpAnswer.Field field : answer.fields()) {
        assertThat(field.line().offsetBytes()).isBetween(to, to + 2);
        to = field.line().endBytes();
      }
      // Two line ends: of the status line and the empty line.
      assertThat(answer.head().endBytes()).isBetween(to, to + 4);
      assertThat(answer.body().content().offsetBytes()).isGreaterThanOrEqualTo(0);
    }
  }

  private static HttpAnswer read(String text) {
    return HttpReader.read(new Bytes(text.getBytes(ISO_8859_1)));
  }

  private static String body(HttpAnswer answer) {
    var content = answer.body().content();
    return new String(
        answer.body().bytes().array(), content.offsetBytes(), content.lengthBytes(), ISO_8859_1);
  }

  private static List<String> values(HttpAnswer answer) {
    return answer.fields().stream().map(f -> f.name() + "=" + answer.text(f.value())).toList();
  }
}
