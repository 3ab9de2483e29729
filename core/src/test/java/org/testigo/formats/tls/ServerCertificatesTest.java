package org.testigo.formats.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.testigo.Corpus;
import org.testigo.model.MalformedException;

class ServerCertificatesTest {
  private static final byte[] HELLO = {2, 0, 0, 2, 3, 1};
  private static final byte[] DONE = {14, 0, 0, 0};

  @Test
  void oneRecordForEachMessage() {
    var read =
        ServerCertificates.read(joined(record(HELLO), record(chain(300, 200)), record(DONE)));
    assertThat(read.damage()).isEmpty();
    assertThat(read.certificates()).extracting(it -> it.length).containsExactly(300, 200);
    assertThat(read.certificates().getFirst())
        .startsWith(new byte[] {0, 1, 2})
        .endsWith(new byte[] {43});
  }

  @Test
  void aMessageOverSeveralRecords() {
    byte[] messages = joined(HELLO, chain(300, 200), DONE);
    byte[] bytes =
        joined(
            record(Arrays.copyOf(messages, 7)),
            record(Arrays.copyOfRange(messages, 7, 400)),
            record(Arrays.copyOfRange(messages, 400, messages.length)));
    var read = ServerCertificates.read(bytes);
    assertThat(read.damage()).isEmpty();
    assertThat(read.certificates()).extracting(it -> it.length).containsExactly(300, 200);
  }

  @Test
  void whatIsWholeBeforeTheCutIsGiven() {
    byte[] whole = joined(record(HELLO), record(chain(300, 200)));
    var read = ServerCertificates.read(Arrays.copyOf(whole, whole.length - 1));
    assertThat(read.certificates()).extracting(it -> it.length).containsExactly(300);
    assertThat(read.damage().map(MalformedException::detail))
        .contains("a certificate of 200 bytes, 202 are there");
    IntStream.range(0, whole.length)
        .forEach(length ->
            assertThat(ServerCertificates.read(Arrays.copyOf(whole, length)).certificates())
                .hasSizeLessThan(2));
  }

  @Test
  void noCertificates() {
    assertThat(ServerCertificates.read(record(HELLO)))
        .isEqualTo(new ServerCertificates(List.of(), Optional.empty()));
    assertThat(ServerCertificates.read(new byte[0]).damage()).isEmpty();
  }

  @Test
  void damagedLengths() {
    byte[] longer = chain(300);
    longer[8] = 2;
    assertThat(detail(record(longer))).isEqualTo("a certificate of 556 bytes, 303 are there");
    byte[] total = chain(300);
    total[6] = 1;
    assertThat(detail(record(total))).isEqualTo("certificates of 257 bytes in a message of 306");
    assertThat(detail(new byte[] {22, 3, 1, (byte) 0xff, 0, 2}))
        .isEqualTo(
            "a record of version 3 and 65280 bytes, expected version 3 and 1 to 18432 bytes");
    assertThat(detail(new byte[] {22, 3, 1, 0, 9, 2}))
        .isEqualTo("a record of 9 bytes, 1 are there");
    assertThat(detail(new byte[] {22, 3})).isEqualTo("a record that ends in its header");
  }

  @Test
  void howAHandshakeBegins() {
    assertThat(ServerCertificates.isHandshake(record(HELLO))).isTrue();
    assertThat(ServerCertificates.isHandshake(record(DONE))).isFalse();
    assertThat(ServerCertificates.isHandshake(new byte[] {22, 3, 1})).isFalse();
  }

  @Test
  void hostileHandshakesOfTheCorpus() {
    var files = Corpus.filesBelow("hostile/go-fuzz/tlsclient/corpus");
    assertThat(files).hasSize(24);
    long certificates =
        files.stream()
            .mapToLong(it -> ServerCertificates.read(Corpus.read(it)).certificates().size())
            .sum();
    assertThat(certificates).isEqualTo(15);
  }

  private static String detail(byte[] bytes) {
    return ServerCertificates.read(bytes).damage().map(MalformedException::detail).orElse("");
  }

  private static byte[] chain(int... sizes) {
    var all = new ByteArrayOutputStream();
    for (int size : sizes) {
      all.writeBytes(three(size));
      for (int i = 0; i < size; i++) all.write(i);
    }
    return joined(new byte[] {11}, three(all.size() + 3), three(all.size()), all.toByteArray());
  }

  private static byte[] record(byte[] inner) {
    return joined(new byte[] {22, 3, 1, (byte) (inner.length >> 8), (byte) inner.length}, inner);
  }

  private static byte[] three(int number) {
    return new byte[] {(byte) (number >> 16), (byte) (number >> 8), (byte) number};
  }

  private static byte[] joined(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) out.writeBytes(part);
    return out.toByteArray();
  }
}
