package org.testigo.indicators.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.testigo.indicators.IndicatorSet;
import org.testigo.indicators.Seen;
import org.testigo.model.ClearIdentifier;
import org.testigo.model.Conversation;
import org.testigo.model.Conversation.Transport;
import org.testigo.model.Hashes;
import org.testigo.model.HttpExchange;
import org.testigo.model.HttpExchange.HeaderField;
import org.testigo.model.IpAddress;
import org.testigo.model.NameLookup;
import org.testigo.model.NetworkTraffic;
import org.testigo.model.TlsHandshake;

class TrafficCandidatesTest {
  private static final String JA3 = "6734f37431670b3ab4292b8f60f29984";
  private static final String JA4 = "t13d1516h2_8daaf6152771_e5627efa2ab1";
  private static final String SHA1 = "da39a3ee5e6b4b0d3255bfef95601890afd80709";
  private static final IndicatorSet SET =
      Seen.pack(
          "[domain-name:value = 'evil.test']",
          "[ipv4-addr:value = '192.0.2.4']",
          "[ipv6-addr:value = '2001:db8::4']",
          "[x509-certificate:hashes.'SHA-1' = '" + SHA1 + "']",
          "[network-traffic:x_ja3 = '" + JA3 + "']",
          "[network-traffic:x_ja4 = '" + JA4 + "']",
          "[url:value = 'http://good.test/payload']",
          "[network-traffic:dst_port = 4444 AND network-traffic:src_byte_count > 100]",
          "[x509-certificate:subject = 'CN=Implant']");

  private static Conversation to(String server, int port) {
    return new Conversation(
        Transport.TCP,
        IpAddress.parse("192.0.2.200").orElseThrow(),
        50_000,
        IpAddress.parse(server).orElseThrow(),
        port);
  }

  private static NetworkTraffic flow(Conversation conversation) {
    return new NetworkTraffic(
        conversation,
        new NetworkTraffic.Volume(3, 200, 80),
        NetworkTraffic.Volume.NONE,
        NetworkTraffic.State.UNANSWERED,
        List.of(),
        List.of(),
        List.of(),
        0,
        0);
  }

  private static TlsHandshake handshake(String name, String ja3, String ja4, String subject) {
    var shown =
        new TlsHandshake.ShownCertificate(
            new Hashes(Optional.empty(), Optional.of(SHA1), Optional.empty()),
            "01",
            subject,
            subject,
            List.of("*.evil.test"),
            Optional.empty(),
            Optional.empty(),
            2048,
            true);
    return new TlsHandshake(
        to("198.51.100.1", 443),
        TlsHandshake.Channel.TLS,
        Optional.of(
            new TlsHandshake.ClientSide(
                Optional.of(name), List.of("h2"), "1.3", ja3, ja4, false, false)),
        Optional.empty(),
        List.of(shown));
  }

  @Test
  void findsBothEndsOfAFlowAndTheirTwinsOfVersion6() {
    assertThat(Seen.hits(SET, Seen.of(flow(to("192.0.2.4", 443)))))
        .containsExactly("SUBJECT 192.0.2.4 <- 192.0.2.4");
    assertThat(Seen.hits(SET, Seen.of(flow(to("2001:db8::4", 443)))))
        .containsExactly("SUBJECT 2001:db8::4 <- 2001:db8::4");
    assertThat(Seen.hits(SET, Seen.of(flow(to("192.0.2.5", 443))))).isEmpty();
  }

  @Test
  void patternsSeePortsAndVolumes() {
    assertThat(Seen.hits(SET, Seen.of(flow(to("192.0.2.5", 4444))))).hasSize(1);
    assertThat(Seen.hits(SET, Seen.of(flow(to("192.0.2.5", 4445))))).isEmpty();
  }

  @Test
  void findsNamesInQuestionsAndAnswers() {
    var answers =
        List.of(
            new NameLookup.Answer("good.test", "CNAME", "cdn.evil.test", 60),
            new NameLookup.Answer("cdn.evil.test", "A", "192.0.2.4", 60),
            new NameLookup.Answer("cdn.evil.test", "TXT", "evil.test", 60));
    var lookup =
        new NameLookup(
            to("192.0.2.1", 53),
            NameLookup.Channel.UDP,
            "wWw.EVIL.test",
            "A",
            Optional.of("NOERROR"),
            answers,
            false);

    assertThat(Seen.hits(SET, Seen.of(lookup)))
        .containsExactly("SUBJECT wWw.EVIL.test <- evil.test", "CONTENT 192.0.2.4 <- 192.0.2.4");
  }

  @Test
  void findsNameFingerprintsAndCertificateOfAHandshake() {
    assertThat(Seen.hits(SET, Seen.of(handshake("a.evil.test", JA3, JA4, "CN=Implant"))))
        .containsExactlyInAnyOrder(
            "SUBJECT a.evil.test <- evil.test",
            "SUBJECT " + JA3 + " <- " + JA3,
            "SUBJECT " + JA4 + " <- " + JA4,
            "SUBJECT " + SHA1 + " <- " + SHA1,
            "SUBJECT CN=Implant <- CN=Implant");
    assertThat(Seen.hits(SET, Seen.of(handshake("notevil.test", "", "", "CN=Other"))))
        .containsExactly("SUBJECT " + SHA1 + " <- " + SHA1, "CONTENT evil.test <- evil.test");
  }

  @Test
  void findsThePageOfARequest() {
    var fields = List.of(new HeaderField("Host", "good.test"));
    var exchange =
        new HttpExchange(
            to("198.51.100.1", 80),
            Optional.of(new HttpExchange.Request("GET", "/payload?id=1", fields)),
            OptionalInt.of(302),
            List.of(new HeaderField("Location", "https://evil.test/x")));

    assertThat(Seen.hits(SET, Seen.of(exchange)))
        .containsExactly(
            "SUBJECT http://good.test/payload?id=1 <- http://good.test/payload",
            "CONTENT https://evil.test/x <- evil.test");
  }

  @Test
  void findsTheHostOfAMailAddressInTheClear() {
    var mail =
        new ClearIdentifier(
            ClearIdentifier.Kind.EMAIL,
            "someone@evil.test",
            "http query mail",
            to("198.51.100.1", 80),
            Optional.empty());
    assertThat(Seen.hits(SET, Seen.of(mail)))
        .containsExactly("CONTENT someone@evil.test <- evil.test");
  }
}
