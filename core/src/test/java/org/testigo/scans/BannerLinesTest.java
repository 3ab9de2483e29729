package org.testigo.scans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testigo.model.MalformedException;

class BannerLinesTest {

  @Test
  void criticalIo() {
    var file = new BannerLinesFixture().files().getFirst();
    var read = ScanRead.of(new BannerLines(), file.name(), file.content());
    assertThat(read.refused()).isEmpty();
    assertThat(read.records())
        .containsExactly(
            Expected.service("192.0.2.1", 80)
                .at("2013-02-01T06:00:04Z")
                .answer(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=UTF-8\r\n\r\n",
                    "http",
                    true)
                .from(file.name(), 1),
            Expected.service("192.0.2.2", 22)
                .at("2013-02-01T06:00:22Z")
                .answer("SSH-2.0-ROSSSH\r\n\\x00", "ssh", true)
                .from(file.name(), 2));
  }

  @Test
  void aMappingOfTheUser() {
    var one = new MadeUpCertificate(1);
    var two = new MadeUpCertificate(2);
    var format =
        new BannerLines(
            BannerMapping.parse(
                """
                # where it stands
                title: Our own scanner   # shown to people
                address: host.ip
                port: "port"
                banner: response
                bannerSpelling: base64
                time: when
                timeForm: epoch-seconds
                protocol: service
                certificates: tls.chain
                jarm: tls.jarm
                ja3s: 'tls.ja3s'
                """));
    assertThat(format.spec().title()).isEqualTo("Our own scanner");
    var line =
        "{\"host\":{\"ip\":\"192.0.2.1\"},\"port\":8080,\"response\":\"aGVsbG8=\",\"when\":1359698404,"
            + "\"service\":\"http\",\"tls\":{\"chain\":[\"%s\",\"%s\"],\"jarm\":\"27d3\",\"ja3s\":\"7f51\"}}";
    var read = ScanRead.of(format, "x", line.formatted(one.pemEscaped(), two.base64()));
    assertThat(read.refused()).isEmpty();
    assertThat(read.records())
        .containsExactly(
            Expected.service("192.0.2.1", 8080)
                .at("2013-02-01T06:00:04Z")
                .answer("hello", "http", true)
                .chain(one, two)
                .imported("jarm", "27d3")
                .imported("ja3s", "7f51")
                .from("x", 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "text|a\\\\x41\\n|`a\\x41\n`",
        "hex|68690A|`hi\n`",
        "escaped|h\\\\x69\\\\n|`hi\n`",
        "base64|aGkK|`hi\n`",
      })
  void spellings(String spelling, String written, String expected) {
    var mapping = BannerMapping.parse("address: ip\nbanner: b\nbannerSpelling: " + spelling);
    var line = "{\"ip\":\"192.0.2.1\",\"b\":\"%s\"}".formatted(written);
    assertThat(ScanRead.of(new BannerLines(mapping), "x", line).onlyAnswer()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "banner: b|the mapping does not say where the address stands",
        "address: a|the mapping says nothing of banner, certificates, jarm or ja3s",
        "address: a~colour: b|line 2, 'colour: b', expected a name of a mapping and its value",
        "address:|line 1, 'address:', expected a name of a mapping and its value",
        "address: a~ banner: b|line 2, 'banner: b', expected a name of a mapping and its value",
        "address: a~address: b|line 2, address stands twice",
        "address: a~banner: b~timeForm: x|'x', expected iso, epoch-seconds, epoch-millis",
      })
  void refusedMappings(String text, String detail) {
    assertThatThrownBy(() -> BannerMapping.parse(text.replace('~', '\n')))
        .isInstanceOf(MalformedException.class)
        .hasMessage(detail);
  }
}
