package org.testigo.formats.netflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.testigo.formats.netflow.FlowRecord.Reverse;
import org.testigo.model.Budget;
import org.testigo.model.IpAddress;

class NetflowReaderTest {
  private static final Instant SENT = Instant.parse("2024-05-01T00:00:00Z");

  @Test
  void version5() {
    var told = Told.by(List.of(new Datagrams().version5().bytes()));

    assertThat(told.unreadable).isEmpty();
    assertThat(told.flows).hasSize(2);
    assertThat(told.flows.getFirst())
        .isEqualTo(
            new FlowRecord(
                24,
                address("192.0.2.7"),
                40_000,
                address("198.51.100.9"),
                443,
                6,
                0x1b,
                OptionalLong.of(1_000),
                OptionalLong.of(5),
                Optional.empty(),
                Optional.of(SENT.minusSeconds(10)),
                Optional.of(SENT.minusSeconds(5)),
                SENT));
    assertThat(told.flows.getLast().bytes()).hasValue(8_000);
  }

  @Test
  void recordsBeforeTheirTemplate() {
    var template = new Datagrams().version9Template().bytes();
    var data = new Datagrams().version9Data().bytes();
    var expected =
        new FlowRecord(
            24,
            address("192.0.2.7"),
            50_000,
            address("203.0.113.5"),
            53,
            17,
            0,
            OptionalLong.of(256),
            OptionalLong.of(3),
            Optional.empty(),
            Optional.of(SENT),
            Optional.of(SENT),
            SENT);

    assertThat(Told.by(List.of(template, data)).flows).containsExactly(expected);
    assertThat(Told.by(List.of(data, template)).flows).containsExactly(expected);
    assertThat(Told.by(List.of(data)).unreadable)
        .containsExactly(
            "24: 28 bytes of records of template 256 of domain 42, which is not known: it was not told");
  }

  @Test
  void datagramsOfAllVersionsInOneFile() {
    var told =
        Told.by(
            List.of(
                new Datagrams()
                    .version9Data()
                    .version5()
                    .version9Template()
                    .ipfix()
                    .version9Data()
                    .bytes()));

    assertThat(told.unreadable).isEmpty();
    assertThat(told.flows)
        .extracting(flow -> flow.destination().toString())
        .containsExactly("198.51.100.9", "192.0.2.7", "2001:db8::2", "203.0.113.5", "203.0.113.5");
  }

  @Test
  void ipfixWithVariableLengthAndBothDirections() {
    var told = Told.by(List.of(new Datagrams().ipfix().bytes()));

    assertThat(told.unreadable).isEmpty();
    assertThat(told.flows)
        .containsExactly(
            new FlowRecord(
                68,
                address("2001:db8::1"),
                0,
                address("2001:db8::2"),
                443,
                6,
                0,
                OptionalLong.of(1_024),
                OptionalLong.empty(),
                Optional.of(new Reverse(2_048, 0)),
                Optional.of(SENT.minusSeconds(10)),
                Optional.empty(),
                SENT));
  }

  @Test
  void whatWasReadBeforeACutIsKept() {
    byte[] whole = new Datagrams().version5().bytes();
    var told = Told.by(List.of(Arrays.copyOf(whole, whole.length - 1)));

    assertThat(told.flows).hasSize(1);
    assertThat(told.unreadable).containsExactly("72: record of 48 bytes, 47 bytes are left");
  }

  @Test
  void contradictionsAreRefused() {
    byte[] many = new Datagrams().version5().bytes();
    many[3] = 31;
    byte[] few = new Datagrams().version9Template().bytes();
    few[3] = 0;
    byte[] other = {0, 7, 0, 1, 0, 0, 0, 0};

    assertThat(Told.by(List.of(many)).unreadable)
        .containsExactly("2: 31 records, expected 1 to 30");
    assertThat(Told.by(List.of(few)).unreadable)
        .containsExactly("2: 0 records announced, expected at least 1");
    assertThat(Told.by(List.of(other)).unreadable)
        .containsExactly("0: version 7, expected 5, 9 or 10");
  }

  @Test
  void templatesOnWhichFilesDisagreeAreNotUsed() {
    byte[] template = new Datagrams().version9Template().bytes();
    byte[] otherTemplate = template.clone();
    otherTemplate[29] = 9;
    var together = new FlowTemplates();
    for (byte[] file : List.of(template, otherTemplate)) {
      var own = new FlowTemplates();
      new NetflowReader(own, new Told(), Budget.unhurried()).read(file);
      together.agree(own);
    }
    var told = new Told();
    var reader = new NetflowReader(new FlowTemplates(), told, Budget.unhurried());
    reader.read(new Datagrams().version9Data().bytes());
    reader.finish(together);

    assertThat(told.flows).isEmpty();
    assertThat(told.unreadable).singleElement().asString().endsWith("files disagree on it");
  }

  private static IpAddress address(String text) {
    return IpAddress.parse(text).orElseThrow();
  }
}
