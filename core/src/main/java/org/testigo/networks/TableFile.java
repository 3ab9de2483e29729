package org.testigo.networks;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.testigo.model.MalformedException;

/// Opens one file of the user's and tells by its content what kind of table it is.
final class TableFile {
  /// The largest published tables, with cities, have some 150 MB.
  private static final int MAX_BYTES = 1 << 30;

  private TableFile() {}

  static NetworkTable read(Path file) throws IOException {
    try {
      if (Files.size(file) > MAX_BYTES)
        throw new MalformedException(
            -1, "%d bytes, at most %d".formatted(Files.size(file), MAX_BYTES));
      return new NetworkTable(List.of(layer(file, unpacked(Files.readAllBytes(file)))));
    } catch (MalformedException e) {
      String detail = file.getFileName() + ": " + e.detail();
      throw (MalformedException) new MalformedException(e.offsetBytes(), detail).initCause(e);
    }
  }

  private static byte[] unpacked(byte[] bytes) throws IOException {
    if (bytes.length < 2 || bytes[0] != 0x1f || (bytes[1] & 0xff) != 0x8b) return bytes;
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes), 1 << 16)) {
      byte[] unpacked = gzip.readNBytes(MAX_BYTES);
      if (gzip.read() >= 0)
        throw new MalformedException(-1, "unpacks to more than " + MAX_BYTES + " bytes");
      return unpacked;
    } catch (ZipException | EOFException e) {
      throw new MalformedException(-1, "gzip: " + e.getMessage());
    }
  }

  private static TableLayer layer(Path file, byte[] bytes) throws IOException {
    if (PackedTable.isPacked(bytes)) return PackedTable.read(bytes);
    var changed =
        Files.getLastModifiedTime(file).toInstant().atOffset(ZoneOffset.UTC).toLocalDate();
    TableOrigin origin = origin(file, changed);
    return MmdbTable.isMmdb(bytes) ? MmdbTable.read(origin, bytes) : CsvTable.read(origin, bytes);
  }

  private static TableOrigin origin(Path file, LocalDate changed) {
    return new TableOrigin(
        String.valueOf(file.getFileName()),
        Optional.of(changed),
        TableOrigin.DatedBy.FILE,
        Optional.empty(),
        List.of(),
        0,
        0);
  }
}
