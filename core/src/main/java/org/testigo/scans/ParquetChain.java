package org.testigo.scans;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testigo.formats.parquet.Cell;
import org.testigo.formats.parquet.Meaning;
import org.testigo.formats.parquet.RowReader;
import org.testigo.model.MalformedException;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.CertificateId;
import org.testigo.model.scan.CertificateLink;
import org.testigo.scans.ParquetColumns.Said;

/// The certificates of a row: a list of their bytes, or of structures with a position, bytes and
/// digests; or a single one. A digest that is not that of the bytes is refused: the certificate
/// would be joined to hosts that never showed it.
final class ParquetChain {
  private static final int SHA256_DIGITS = 64;
  private static final int SHA1_DIGITS = 40;
  private static final int MD5_DIGITS = 32;

  private final ParquetColumns columns;
  private final RowReader row;

  ParquetChain(ParquetColumns columns, RowReader row) {
    this.columns = columns;
    this.row = row;
  }

  /// In the order of the row.
  List<CertificateLink> links() {
    var links = new ArrayList<CertificateLink>();
    int size = size();
    for (int i = 0; i < size; i++) links.add(link(i));
    if (size == 0) single().ifPresent(der -> links.add(link(1, der)));
    return links;
  }

  private int size() {
    int size = 0;
    for (Said said : Said.values()) {
      if (!said.name().startsWith("CHAIN_")) continue;
      int met = columns.place(said).map(place -> row.cells(place).size()).orElse(0);
      if (size > 0 && met > 0 && met != size)
        throw new MalformedException(
            -1, "a chain of %d and of %d certificates".formatted(size, met));
      size = Math.max(size, met);
    }
    if (size > Certificates.MAX_CHAIN)
      throw new MalformedException(
          -1,
          "a chain of %d certificates, expected at most %d"
              .formatted(size, Certificates.MAX_CHAIN));
    return size;
  }

  private Optional<byte[]> single() {
    for (int place : columns.places(Said.CERTIFICATE))
      if (!(row.cell(place) instanceof Cell.Nothing))
        return Optional.of(der(row.cell(place), place));
    return Optional.empty();
  }

  private CertificateLink link(int i) {
    int position = position(i);
    var place = columns.place(Said.CHAIN_DER);
    var cell = place.map(at -> cell(at, i)).orElse(Cell.NOTHING);
    if (cell instanceof Cell.Nothing)
      return new CertificateLink(position, named(i), Optional.empty());
    var link = link(position, der(cell, place.orElseThrow()));
    check(i, Said.CHAIN_SHA256, SHA256_DIGITS, link.id().sha256());
    check(i, Said.CHAIN_SHA1, SHA1_DIGITS, link.id().sha1());
    check(i, Said.CHAIN_MD5, MD5_DIGITS, link.id().md5());
    check(i, Said.CHAIN_PEM_MD5, MD5_DIGITS, link.id().pemMd5());
    return link;
  }

  private static CertificateLink link(int position, byte[] der) {
    return new CertificateLink(position, Certificates.id(der), Optional.of(new Bytes(der)));
  }

  private Cell cell(int place, int i) {
    var cells = row.cells(place);
    return i < cells.size() ? cells.get(i) : Cell.NOTHING;
  }

  private int position(int i) {
    var place = columns.place(Said.CHAIN_POSITION);
    if (place.isEmpty() || cell(place.get(), i) instanceof Cell.Nothing) return i + 1;
    long position = ParquetCells.whole(cell(place.get(), i), columns.column(place.get()));
    if (position < 1 || position > Certificates.MAX_CHAIN)
      throw new MalformedException(
          -1,
          "position %d in the chain, expected 1 to %d".formatted(position, Certificates.MAX_CHAIN));
    return (int) position;
  }

  /// Text is base64.
  private byte[] der(Cell cell, int place) {
    var column = columns.column(place);
    byte[] bytes = ParquetCells.bytes(cell, column);
    boolean isText = column.meaning() == Meaning.TEXT;
    byte[] der = isText ? Base64Bytes.of(bytes, 0, bytes.length, "the certificate") : bytes;
    if (der.length == 0) throw new MalformedException(-1, "a certificate of no bytes");
    return der;
  }

  private CertificateId named(int i) {
    var sha256 = digest(i, Said.CHAIN_SHA256, SHA256_DIGITS);
    var sha1 = digest(i, Said.CHAIN_SHA1, SHA1_DIGITS);
    var md5 = digest(i, Said.CHAIN_MD5, MD5_DIGITS);
    var pemMd5 = digest(i, Said.CHAIN_PEM_MD5, MD5_DIGITS);
    if ((sha256 + sha1 + md5 + pemMd5).isEmpty())
      throw new MalformedException(-1, "a certificate with neither der nor digest in the chain");
    return new CertificateId(sha256, sha1, md5, pemMd5);
  }

  private String digest(int i, Said said, int digits) {
    var met = columns.place(said).map(place -> ParquetCells.text(cell(place, i))).orElse("");
    return met.isEmpty() ? "" : Values.digest(met, digits);
  }

  private void check(int i, Said said, int digits, String expected) {
    var met = digest(i, said, digits);
    if (!met.isEmpty() && !met.equals(expected))
      throw Values.malformed(met, "the digest of the certificate, " + expected);
  }
}
