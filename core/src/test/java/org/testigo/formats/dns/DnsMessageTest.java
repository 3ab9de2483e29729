package org.testigo.formats.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.testigo.formats.dns.DnsMessage.Question;
import org.testigo.model.IpAddress;
import org.testigo.model.MalformedException;

class DnsMessageTest {
  private static final String QUESTION = "03777777076578616d706c65036f7267000001" + "0001";

  private static DnsMessage read(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    return DnsMessage.read(bytes, 0, bytes.length);
  }

  @Test
  void readsAnAnswerWithAnAliasAndAnAddress() {
    var message =
        read(
            "12348180000100020000"
                + "0000"
                + QUESTION
                + "c00c00050001000000ff000603636474c010"
                + "c02d000100010000003c0004c0000207");

    assertThat(message.questions()).containsExactly(new Question("www.example.org", 1, 1));
    assertThat(message.records())
        .extracting(DnsMessage.Resource::name, DnsMessage.Resource::data)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "www.example.org", new ResourceData.Name("cdt.example.org")),
            org.assertj.core.groups.Tuple.tuple(
                "cdt.example.org",
                new ResourceData.Address(IpAddress.parse("192.0.2.7").orElseThrow())));
    assertThat(message.records().getFirst().timeToLiveSeconds()).isEqualTo(255);
    assertThat(message.fault()).isEmpty();
  }

  @Test
  void readsTheKeyForEncryptedHellos() {
    var message =
        read(
            "000181800000000100000000"
                + "00"
                + "0041"
                + "0001"
                + "00000001"
                + "0017"
                + "0001"
                + "00"
                + "0001"
                + "0003"
                + "026832"
                + "0004"
                + "0004"
                + "c0000209"
                + "0005"
                + "0001"
                + "aa");

    assertThat(message.records().getFirst().data())
        .isInstanceOfSatisfying(
            ResourceData.Binding.class,
            binding -> {
              assertThat(binding.hasEncryptedHello()).isTrue();
              assertThat(binding.protocols()).containsExactly("h2");
              assertThat(binding.hints().getFirst()).hasToString("192.0.2.9");
            });
  }

  @Test
  void keepsWhatCameBeforeTheDamage() {
    var message = read("12348180000100020000" + "0000" + QUESTION + "c00c00050001000000ff00ff03");

    assertThat(message.questions()).hasSize(1);
    assertThat(message.records()).isEmpty();
    assertThat(message.fault().orElseThrow().detail())
        .isEqualTo("a record needs 255 bytes, 1 are left");
  }

  @Test
  void pointersThatGoInCirclesEnd() {
    assertThatThrownBy(() -> read("123401000001000000000000c00c00010001"))
        .isInstanceOf(MalformedException.class)
        .hasMessage("a name of more than 64 jumps");
  }

  @Test
  void bytesThatAreNoTextStayRecognisable() {
    assertThat(read("123401000001000000000000" + "05612e5cff20" + "00" + "00010001").questions())
        .containsExactly(new Question("a\\046\\092\\255 ", 1, 1));
  }
}
