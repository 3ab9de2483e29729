package org.testigo.formats.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.model.Budget;
import org.testigo.model.MalformedException;

/// Puts a database together from its file, its log and its journal.
///
/// As in SQLite, a hot journal is rolled back first, then the log applies; page 1, wherever it now
/// lies, gives the header.
final class Opening {
  private static final int DEFAULT_PAGE_SIZE = 4096;

  private final ByteSource main;
  private final Budget budget;
  private final List<String> remarks = new ArrayList<>();
  private final List<Layer> layers = new ArrayList<>();

  Opening(ByteSource main, Budget budget) {
    this.main = main;
    this.budget = budget;
  }

  SqliteDatabase open(Optional<ByteSource> writeAheadLog, Optional<ByteSource> rollbackJournal) {
    Optional<Layer> log =
        writeAheadLog.flatMap(source -> WriteAheadLog.read(source, budget, remarks));
    Optional<Layer> journal =
        rollbackJournal.flatMap(
            source -> RollbackJournal.read(source, mainPageSize(), budget, remarks));
    log.ifPresent(layers::add);
    journal.ifPresent(layers::add);
    Header header = header();
    layers.removeIf(layer -> isForeign(layer, header));
    long count = pageCount(header);
    var pages = new Pages(main, layers, header.pageSize(), count, budget);
    var storage = new Storage(pages, header.usableSize(), header.charset(), budget);
    return new SqliteDatabase(header, storage, remarks);
  }

  private int mainPageSize() {
    if (main.sizeBytes() < Header.SIZE_BYTES) return DEFAULT_PAGE_SIZE;
    byte[] head = new byte[Header.SIZE_BYTES];
    main.read(0, head, 0, head.length);
    return Header.statedPageSize(head);
  }

  /// The header of page 1 in the topmost layer that has it.
  private Header header() {
    byte[] head = new byte[Header.SIZE_BYTES];
    for (Layer layer : layers) {
      long offsetBytes = layer.offsets().get(1);
      if (offsetBytes < 0) continue;
      layer.source().read(offsetBytes, head, 0, head.length);
      return Header.parse(head, main.sizeBytes(), remarks);
    }
    if (main.sizeBytes() == 0) return Header.EMPTY;
    if (main.sizeBytes() < head.length) {
      throw new MalformedException(
          0, "the file has %d bytes, expected at least 100".formatted(main.sizeBytes()));
    }
    main.read(0, head, 0, head.length);
    return Header.parse(head, main.sizeBytes(), remarks);
  }

  private boolean isForeign(Layer layer, Header header) {
    if (layer.pageSize() == header.pageSize()) return false;
    remarks.add(
        "%d pages of the log or journal are not used: they have %d bytes, the database has pages of %d"
            .formatted(layer.offsets().size(), layer.pageSize(), header.pageSize()));
    return true;
  }

  /// The pages that there may be: as the last commit or the journal says, else as the file is long.
  private long pageCount(Header header) {
    long inFile = (main.sizeBytes() + header.pageSize() - 1) / header.pageSize();
    if (!layers.isEmpty()) {
      Layer top = layers.getFirst();
      return Math.min(top.pageCount(), inFile + top.offsets().size());
    }
    if (header.pageCount() != 0 && header.pageCount() != inFile) {
      remarks.add(
          "the header counts %d pages, the file has %d".formatted(header.pageCount(), inFile));
    }
    return inFile;
  }
}
