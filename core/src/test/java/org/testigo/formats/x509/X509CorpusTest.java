package org.testigo.formats.x509;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testigo.Corpus;
import org.testigo.model.MalformedException;

/// Certificates that others collected, most of them because they are wrong in some way.
class X509CorpusTest {
  private static final String X509 = "scans/x509/";

  private static List<Certificate> certificates(String file) {
    return Pem.certificates(new String(Corpus.bytes(X509 + file), StandardCharsets.UTF_8));
  }

  private static Certificate certificate(String file) {
    return certificates(file).getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ct-go/x509/testdata/invalid/mismatching-sig-alg.pem | 12: serial number 0, expected a positive one; 177: signature algorithm 1.2.840.10045.4.3.3 beside the signature, 1.2.840.10045.4.3.2 is signed or their parameters differ
          ct-go/x509/testdata/invalid/xf-der-pubkey-rsa-nonminimal-int.pem | 654: a number of the RSA key with a byte that it does not need
          ct-go/x509/testdata/invalid/xf-ext-extended-key-usage-empty-oid.pem | 545: an extended key usage that is no identifier: #
          ct-go/x509/testdata/invalid/xf-ext-extended-key-usage-empty.pem | 547: nothing is left here, expected the extended key usages
          ct-go/x509/testdata/invalid/xf-pubkey-ecdsa-secp192r1.pem | 382: an EC key of 192 bits, expected 224 or more
          ct-go/x509/testdata/invalid/xf-pubkey-rsa-param-nonnull.pem | 365: an RSA key with parameters of type 6, expected NULL
          limbo/negative_serial.pem | 13: serial number -18008675309 is negative
          limbo/cryptography.io_mismatched.pem | 1044: signature algorithm 1.2.840.113549.1.1.13 beside the signature, 1.2.840.113549.1.1.11 is signed or their parameters differ
          zcrypto/x509/testdata/parsecert10-tag.pem | 13: serial number -875572961 is negative; 434: tag 0x06, expected 0x30 for the extended key usages
          zcrypto/x509/testdata/parsecert3.pem | 42: a PrintableString with other characters: CA;ST=Ontario;L=Toronto;O=MOFI450038ecd59c;CN=MOFI4500;; 142: a PrintableString with other characters: CA;ST=Ontario;L=Toronto;O=MOFI450038ecd59c;CN=MOFI4500;
          zcrypto/x509/testdata/parsecert4-time.pem | 184: time '360105090605+0000', expected seconds and Z
          zcrypto/x509/testdata/parsecert5-printable.pem | 202: a PrintableString with other characters: support@avaya.com; 405: a PrintableString with other characters: support@avaya.com
          zcrypto/x509/testdata/parsecert9-intminlen.pem | 13: serial number ffd1680b with a byte that it does not need; 13: serial number -3053557 is negative
          zcrypto/x509/testdata/self-signed-md5-rsa.pem | 13: serial number 0, expected a positive one
          """)
  void tellsWhatIsOdd(String file, String oddities) {
    assertThat(
            String.join(
                "; ",
                certificate(file).oddities().stream()
                    .map(each -> each.offsetBytes() + ": " + each.detail())
                    .toList()))
        .isEqualTo(oddities);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ct-go/testdata/test-cert.pem",
        "ct-go/x509/testdata/test-dir.crt",
        "limbo/cryptography.io.pem",
        "zcrypto/x509/testdata/dadrian.io.pem",
        "zcrypto/x509/testdata/etsi_qc.pem",
        "zcrypto/x509/testdata/ian.test.cert",
        "zcrypto/x509/testdata/name.constraint.test.cert",
        "zcrypto/x509/testdata/parsecert1.pem"
      })
  void findsNothingOddInOthers(String file) {
    assertThat(certificate(file).oddities()).isEmpty();
  }

  @Test
  void readsARealChain() {
    var chain = certificates("limbo/cryptography.io.pem");
    assertThat(chain).hasSize(3);
    assertThat(chain.getFirst().subject()).hasToString("CN=cryptography.io");
    assertThat(chain.getLast().subject())
        .hasToString("C=US, O=Internet Security Research Group, CN=ISRG Root X1");
    assertThat(Signatures.verify(chain.get(0), chain.get(1))).isEqualTo(Signatures.Answer.VALID);
    assertThat(Signatures.verify(chain.get(1), chain.get(2))).isEqualTo(Signatures.Answer.VALID);
    assertThat(Signatures.verify(chain.get(0), chain.get(2))).isEqualTo(Signatures.Answer.INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"subleaf", "subleaf-pre"})
  void misorderedChainsVerifyOnceInOrder(String name) {
    var expected = certificates("ct-go/trillian/testdata/%s.chain".formatted(name));
    var misordered = certificates("ct-go/trillian/testdata/%s.misordered.chain".formatted(name));
    assertThat(subjects(misordered)).isNotEqualTo(subjects(expected));
    var chain = Chain.order(misordered);
    assertThat(subjects(chain.path())).isEqualTo(subjects(expected));
    assertThat(chain.others()).isEmpty();
    for (int i = 0; i + 1 < expected.size(); i++) {
      assertThat(Signatures.verify(chain.path().get(i), chain.path().get(i + 1)))
          .isEqualTo(Signatures.Answer.VALID);
    }
  }

  private static List<Name> subjects(List<Certificate> certificates) {
    return certificates.stream().map(Certificate::subject).toList();
  }

  @Test
  void whatIsNoPartOfTheChainIsKept() {
    var chain = certificates("ct-go/trillian/testdata/subleaf.chain");
    var other = certificate("limbo/negative_serial.pem");
    var ordered = Chain.order(List.of(chain.get(0), other, chain.get(0), chain.get(1)));
    assertThat(ordered.path()).containsExactly(chain.get(0), chain.get(1));
    assertThat(ordered.others()).containsExactly(other);
  }

  @Test
  void verifiesSelfSignedOnes() {
    assertThat(selfSigned("zcrypto/x509/testdata/self-signed-invalid-sig.pem"))
        .isEqualTo(Signatures.Answer.INVALID);
    assertThat(selfSigned("zcrypto/x509/testdata/self-signed-md5-rsa.pem"))
        .isEqualTo(Signatures.Answer.VALID);
    assertThat(selfSigned("zcrypto/x509/testdata/parsecert10-tag.pem"))
        .isEqualTo(Signatures.Answer.VALID);
  }

  private static Signatures.Answer selfSigned(String file) {
    var certificate = certificate(file);
    assertThat(certificate.isSelfIssued()).isTrue();
    return Signatures.verify(certificate, certificate);
  }

  @Test
  void theSeedsOfFuzzersAreReadOrRefused() {
    assertThat(read("hostile/go-fuzz/asn1")).isEqualTo("24 files, 0 certificates");
    assertThat(read("hostile/go-fuzz/x509")).isEqualTo("36 files, 6 certificates");
  }

  private static String read(String folder) {
    var files = Corpus.filesBelow(folder);
    int certificates = 0;
    for (var file : files) {
      byte[] bytes = Corpus.read(file);
      assertThat(Pem.blocks(new String(bytes, StandardCharsets.ISO_8859_1))).isEmpty();
      try {
        Certificate.parse(bytes).oddities();
        certificates++;
      } catch (MalformedException e) {
        assertThat(e.offsetBytes()).isBetween(0L, (long) bytes.length);
      }
    }
    return "%d files, %d certificates".formatted(files.size(), certificates);
  }
}
