package org.testigo.formats.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.testigo.formats.tls.TlsFingerprints.Transport;

/// The values of the published description of JA4: sixteen ciphers of Chrome with the digest
/// `8daaf6152771`, sixteen extensions with signature algorithms with `e5627efa2ab1`.
class TlsFingerprintsTest {
  private static final List<Integer> CIPHERS =
      List.of(
          0x1301, 0x1302, 0x1303, 0xc02b, 0xc02f, 0xc02c, 0xc030, 0xcca9, 0xcca8, 0xc013, 0xc014,
          0x009c, 0x009d, 0x002f, 0x0035);
  private static final List<Integer> EXTENSIONS =
      List.of(
          0x001b, 0x0000, 0x0033, 0x0010, 0x4469, 0x0017, 0x002d, 0x000d, 0x0005, 0x0023, 0x0012,
          0x002b, 0xff01, 0x000b, 0x000a, 0x0015);
  private static final List<Integer> ALGORITHMS =
      List.of(0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0806, 0x0601);

  private static ClientHello hello(List<Integer> ciphers, List<String> protocols) {
    return new ClientHello(
        0x0303,
        ciphers,
        EXTENSIONS,
        List.of(),
        List.of(),
        ALGORITHMS,
        List.of(0x5a5a, 0x0304, 0x0303),
        protocols,
        Optional.of("example.org"),
        false,
        false);
  }

  @Test
  void equalsThePublishedExample() {
    var withGrease = new java.util.ArrayList<>(CIPHERS);
    withGrease.addFirst(0xdada);

    assertThat(TlsFingerprints.ja4(hello(withGrease, List.of("h2", "http/1.1")), Transport.TCP))
        .isEqualTo("t13d1516h2_8daaf6152771_e5627efa2ab1");
  }

  @Test
  void otherTransportsAndProtocols() {
    assertThat(TlsFingerprints.ja4(hello(CIPHERS, List.of()), Transport.QUIC))
        .startsWith("q13d151600_");
    assertThat(TlsFingerprints.ja4(hello(List.of(), List.of("\u00ab\u00cd")), Transport.DATAGRAM))
        .startsWith("d13d0016ad_000000000000_");
  }

  @Test
  void leavesOutWhatMeansNothing() {
    assertThat(TlsFingerprints.ja3Text(hello(List.of(0x0a0a, 0x1301), List.of())))
        .isEqualTo("771,4865,27-0-51-16-17513-23-45-13-5-35-18-43-65281-11-10-21,,");
  }

  @Test
  void namesVersions() {
    assertThat(TlsFingerprints.newestVersion(hello(CIPHERS, List.of()))).isEqualTo(0x0304);
    assertThat(TlsFingerprints.versionName(0x0304)).isEqualTo("1.3");
    assertThat(TlsFingerprints.versionName(0xfefd)).isEqualTo("DTLS 1.2");
  }
}
