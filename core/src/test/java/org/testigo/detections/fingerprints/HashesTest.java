package org.testigo.detections.fingerprints;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.testigo.Corpus;

class HashesTest {

  /// Known from the SMHasher test vectors that other implementations publish, seed 0.
  @Test
  void murmurGivesThePublishedValues() {
    assertThat(Murmur3.hash(new byte[0])).isZero();
    assertThat(Murmur3.hash("hello".getBytes(UTF_8))).isEqualTo(0x248bfa47);
    assertThat(Murmur3.hash("hello, world".getBytes(UTF_8))).isEqualTo(0x149bbb7f);
    assertThat(Murmur3.hash("The quick brown fox jumps over the lazy dog".getBytes(UTF_8)))
        .isEqualTo(0x2e4ff723);
  }

  /// Shodan keeps the icon beside its hash.
  @Test
  void anIconHashesAsShodanHashesIt() {
    String record = new String(Corpus.bytes("scans/shodan-censys/140.82.118.4_shodan.json"), UTF_8);
    String data = value(record, "\"favicon\": \\{[^}]*\"data\"").replace("\\n", "");

    assertThat(record).contains("\"hash\": 1848946384");
    assertThat(Hashes.mmh3(Base64.getDecoder().decode(data))).isEqualTo("1848946384");
  }

  /// BinaryEdge gives the order of the header with its hash.
  @Test
  void theOrderOfAHeaderHashesAsBinaryEdgeHashesIt() {
    String record = new String(Corpus.bytes("scans/shodan-censys/1.1.1.1_binaryedge.json"), UTF_8);
    var head = new StringBuilder("HTTP/1.1 200 OK\r\n");
    for (String name : value(record, "\"header_order\"").split(",", -1))
      head.append(name.replace('_', '-')).append(": x\r\n");
    assertThat(new Hashes(Services.answering(head + "\r\n")).of(Hashes.HEADER_ORDER_MD5))
        .containsExactly("f8f236a398c28a26484f43096843bb3a");
  }

  private static String value(String record, String key) {
    var match = Pattern.compile(key + ":\\s*\"([^\"]*)\"").matcher(record);
    assertThat(match.find()).isTrue();
    return match.group(1);
  }
}
