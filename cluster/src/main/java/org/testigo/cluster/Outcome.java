package org.testigo.cluster;

import java.io.Serializable;
import java.util.Comparator;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.CertificateBody;
import org.testigo.model.scan.CertificateId;
import org.testigo.model.scan.ScanSource;

/// What came of a piece, on its way from one machine to another.
sealed interface Outcome extends Serializable {

  /// Where it belongs, and where it is sent.
  Key key();

  /// Certificates of the same bytes meet on one machine, in the order of the places where they
  /// stand; all else stays in the order of the file.
  ///
  /// @param sha256 of a certificate; empty for all else
  /// @param file its place among the files of the job
  /// @param order of the piece in the file
  /// @param entry in the file, as the piece counts
  record Key(String sha256, int file, long order, long entry)
      implements Serializable, Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::sha256)
            .thenComparingInt(Key::file)
            .thenComparingLong(Key::order)
            .thenComparingLong(Key::entry);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }

    /// What is sent to the same machine has the same number.
    int meeting() {
      return sha256.isEmpty() ? 31 * file + Long.hashCode(order) : sha256.hashCode();
    }
  }

  /// What a piece gave.
  ///
  /// @param part see [org.testigo.scanning.Part#bytes()]
  @SuppressWarnings("ArrayRecordComponent") // nobody compares it
  record Found(Key key, byte[] part) implements Outcome {}

  /// A file that could not be read.
  record Failed(Key key, String why) implements Outcome {}

  /// A certificate that stands alone and was not looked at.
  @SuppressWarnings("ArrayRecordComponent") // nobody compares it
  record Body(Key key, String sha1, String md5, String pemMd5, byte[] der, String file)
      implements Outcome {

    static Body of(CertificateBody body, String sha256, int file, long order) {
      var id = body.id();
      var key = new Key(sha256, file, order, body.source().entry());
      return new Body(
          key, id.sha1(), id.md5(), id.pemMd5(), body.der().array(), body.source().file());
    }

    CertificateBody body() {
      return new CertificateBody(
          new CertificateId(key.sha256(), sha1, md5, pemMd5),
          new Bytes(der),
          new ScanSource(file, key.entry()));
    }
  }
}
