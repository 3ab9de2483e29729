package org.testigo.artifacts.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.testigo.artifacts.ArtifactFile;
import org.testigo.artifacts.Readings;
import org.testigo.evidence.EvidenceFile;
import org.testigo.model.Hashes;
import org.testigo.model.Location;
import org.testigo.model.MalformedException;
import org.testigo.model.TlsHandshake.ShownCertificate;
import org.testigo.model.Unreadable;
import org.testigo.model.UnsupportedLayoutException;

/// The certificates that logs beside an `ssl` log tell: `x509` what stands in them, `files` their
/// digests. Beside it means the same folder and the same rest of the name, as rotation gives it.
/// They are read when the first is asked for.
final class ZeekCertificates {
  private static final int CERTIFICATES_AT_MOST = 200_000;

  private final ArtifactFile ssl;
  private final Readings readings;
  private @Nullable Map<String, ShownCertificate> byId;

  ZeekCertificates(ArtifactFile ssl, Readings readings) {
    this.ssl = ssl;
    this.readings = readings;
  }

  /// The certificate that a handshake names; empty where no log tells it.
  Optional<ShownCertificate> find(String id) {
    var known = byId;
    if (known == null) known = read();
    return Optional.ofNullable(known.get(id));
  }

  private Map<String, ShownCertificate> read() {
    Map<String, ShownCertificate> certificates = new HashMap<>();
    Map<String, Hashes> digests = new HashMap<>();
    beside("files", entry -> addDigests(entry, digests));
    beside("x509", entry -> add(entry, digests, certificates));
    byId = certificates;
    return certificates;
  }

  private void beside(String log, Consumer<LogRow> taker) {
    for (EvidenceFile other : ssl.neighbours().files())
      if (other.path().equals(nameOf(log))) read(other, taker);
  }

  /// `day/ssl.00.log.gz` gives `day/x509.00.log.gz`.
  private String nameOf(String log) {
    String path = ssl.file().path();
    int at = path.lastIndexOf('/') + 1;
    return path.substring(0, at) + path.substring(at).replaceFirst("^(open_)?ssl", log);
  }

  private void read(EvidenceFile other, Consumer<LogRow> taker) {
    var entries = new ZeekEntries(other.path());
    try (var content = ssl.neighbours().open(other)) {
      LogLines.each(
          content,
          ssl.budget(),
          line -> {
            try {
              entries.entry(line).ifPresent(taker);
            } catch (MalformedException e) {
              // That line is told where the other log is parsed itself.
              return;
            }
          });
    } catch (MalformedException | UnsupportedLayoutException e) {
      readings.unreadable(
          Location.WHOLE,
          Unreadable.Reason.MISSING,
          "certificates of %s, which cannot be read to its end".formatted(other.path()));
    }
  }

  private static void addDigests(LogRow entry, Map<String, Hashes> digests) {
    if (digests.size() >= CERTIFICATES_AT_MOST) return;
    boolean isCertificate =
        entry.text("source").equals(Optional.of("SSL"))
            || entry.text("mime_type").orElse("").contains("x-x509");
    if (!isCertificate) return;
    var hashes = new Hashes(entry.text("md5"), entry.text("sha1"), entry.text("sha256"));
    entry.text("fuid").ifPresent(id -> digests.putIfAbsent(id, hashes));
  }

  private void add(
      LogRow entry, Map<String, Hashes> digests, Map<String, ShownCertificate> certificates) {
    if (certificates.size() == CERTIFICATES_AT_MOST) {
      readings.unreadable(
          Location.WHOLE,
          Unreadable.Reason.LIMIT,
          "limit of %d certificates beside the log reached".formatted(CERTIFICATES_AT_MOST));
    }
    if (certificates.size() >= CERTIFICATES_AT_MOST) return;
    var id = entry.text("id").or(() -> entry.text("fingerprint"));
    id.ifPresent(key -> certificates.putIfAbsent(key, certificate(entry, digests.get(key))));
  }

  private static ShownCertificate certificate(LogRow entry, @Nullable Hashes digests) {
    String subject = entry.text("certificate.subject").orElse("");
    String issuer = entry.text("certificate.issuer").orElse("");
    long bits = entry.whole("certificate.key_length").orElse(0L);
    return new ShownCertificate(
        digests == null ? ofFingerprint(entry.text("fingerprint")) : digests,
        entry.text("certificate.serial").orElse(""),
        subject,
        issuer,
        names(entry),
        entry.time("certificate.not_valid_before"),
        entry.time("certificate.not_valid_after"),
        Math.clamp(bits, 0, 1_000_000),
        !subject.isEmpty() && subject.equals(issuer));
  }

  private static List<String> names(LogRow entry) {
    return Stream.concat(entry.list("san.dns").stream(), entry.list("san.ip").stream()).toList();
  }

  /// Since Zeek 4.1 certificates are named by their digests, SHA-256 unless it was told otherwise.
  static Hashes ofFingerprint(Optional<String> fingerprint) {
    return new Hashes(
        fingerprint.filter(hex -> hex.length() == 32),
        fingerprint.filter(hex -> hex.length() == 40),
        fingerprint.filter(hex -> hex.length() == 64));
  }
}
