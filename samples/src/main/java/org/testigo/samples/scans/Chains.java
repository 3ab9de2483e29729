package org.testigo.samples.scans;

import org.testigo.samples.certificates.MadeUpCertificate;
import org.testigo.samples.certificates.MadeUpKey;
import org.testigo.samples.certificates.MadeUpName;

/// Certificates: one authority per installation, as the published ones had, and ordinary ones.
final class Chains {
  /// The first installation.
  static final MadeUpCertificate AUTHORITY =
      MadeUpCertificate.named(MadeUpName.of("CN=RCS Certification Authority", "O=HT srl"))
          .serial(0)
          .authority(true);

  static final MadeUpCertificate COLLECTOR = leaf("CN=collector", "first collector", 1);

  /// The same collector after a new set-up: another leaf of the same authority.
  static final MadeUpCertificate NEW_COLLECTOR = leaf("CN=collector", "second collector", 2);

  /// The second installation.
  static final MadeUpCertificate DEFAULT_AUTHORITY =
      MadeUpCertificate.named(MadeUpName.of("CN=default")).serial(0).authority(true);

  static final MadeUpCertificate SERVER =
      MadeUpCertificate.named(MadeUpName.of("CN=server"))
          .key(MadeUpKey.looksLikeRsa("server of default"))
          .by(DEFAULT_AUTHORITY);

  /// The third, with random names.
  private static final MadeUpName RANDOM_ISSUER = MadeUpName.of("CN=qzkvwtrmpla");

  static final MadeUpCertificate RANDOM_AUTHORITY =
      MadeUpCertificate.named(RANDOM_ISSUER).serial(0).authority(true);

  static final MadeUpCertificate RANDOM =
      MadeUpCertificate.named(MadeUpName.of("CN=hfbxoyduecn"))
          .by(RANDOM_AUTHORITY)
          .usages(MadeUpCertificate.CLIENT)
          .authorityName(RANDOM_ISSUER, java.math.BigInteger.ZERO);

  /// The fourth, with names that say nothing.
  static final MadeUpCertificate SYSTEM_AUTHORITY =
      MadeUpCertificate.named(
              MadeUpName.of("CN=System Certification Authority", "O=Organization ltd"))
          .serial(0)
          .authority(true);

  static final MadeUpCertificate SYSTEM =
      MadeUpCertificate.named(MadeUpName.of("CN=web"))
          .key(MadeUpKey.looksLikeRsa("server of the system"))
          .by(SYSTEM_AUTHORITY);

  /// No rule knows it, but it has the key of the first collector.
  static final MadeUpCertificate SAME_KEY =
      MadeUpCertificate.named(MadeUpName.of("CN=mail.example"))
          .key(MadeUpKey.looksLikeRsa("first collector"));

  /// A public authority that has issued for everybody.
  static final MadeUpCertificate PUBLIC_AUTHORITY =
      MadeUpCertificate.named(MadeUpName.of("C=MX", "O=Autoridad Ejemplo", "CN=Ejemplo CA"))
          .authority(true);

  private Chains() {}

  private static MadeUpCertificate leaf(String name, String key, long serial) {
    return MadeUpCertificate.named(MadeUpName.of(name))
        .key(MadeUpKey.looksLikeRsa(key))
        .serial(serial)
        .by(AUTHORITY);
  }

  /// The same words in the other places.
  static MadeUpCertificate systemOfOthers() {
    return MadeUpCertificate.named(
        MadeUpName.of("CN=Organization ltd", "O=System Certification Authority"));
  }

  /// A company whose name holds the maker's letters.
  static MadeUpCertificate companyOfOthers() {
    return MadeUpCertificate.named(MadeUpName.of("O=HT s.r.l.", "CN=HTsrl"));
  }

  /// An authority of that name that issued for itself alone.
  static MadeUpCertificate defaultOfOthers() {
    return MadeUpCertificate.named(MadeUpName.of("CN=default"))
        .key(MadeUpKey.looksLikeRsa("another default"));
  }

  /// A certificate of a web site.
  static MadeUpCertificate site(String name) {
    return MadeUpCertificate.named(MadeUpName.of("CN=" + name))
        .serial(Math.abs((long) name.hashCode()) + 1)
        .by(PUBLIC_AUTHORITY)
        .usages(MadeUpCertificate.SERVER, MadeUpCertificate.CLIENT)
        .dnsNames(name, "www." + name);
  }

  /// Random names as RCS has them, but for servers.
  static MadeUpCertificate randomForServers() {
    return MadeUpCertificate.named(MadeUpName.of("CN=lkjhgfdsaqw"))
        .by(RANDOM_AUTHORITY)
        .usages(MadeUpCertificate.SERVER)
        .authorityName(MadeUpName.of("CN=another-one"), java.math.BigInteger.ZERO);
  }
}
