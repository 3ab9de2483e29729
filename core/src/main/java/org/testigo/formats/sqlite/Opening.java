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
  private final Remarks remarks = new Remarks();
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
      checkBegin(head);
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

  /// A log may bring whole pages over a file that was cut or whose begin was overwritten: the rows
  /// are then all there, and the damage is still told.
  private void checkBegin(byte[] head) {
    if (main.sizeBytes() < head.length) return;
    main.read(0, head, 0, head.length);
    if (!Header.hasMagic(head)) {
      remarks.loss(0, "the file does not begin as a database; page 1 is taken from the log");
      return;
    }
    long wholePages = main.sizeBytes() / Math.max(Header.statedPageSize(head), 1);
    long counted = Header.statedPageCount(head);
    if (counted > wholePages) {
      remarks.loss(
          main.sizeBytes(),
          "the file's own header counts %d pages, it has %d".formatted(counted, wholePages));
    }
  }

  private boolean isForeign(Layer layer, Header header) {
    if (layer.pageSize() == header.pageSize()) return false;
    remarks.loss(
        0,
        "%d pages of the log or journal are not used: they have %d bytes, the database has pages of %d"
            .formatted(layer.offsets().size(), layer.pageSize(), header.pageSize()));
    return true;
  }

  /// The pages that there may be: as the last commit or the journal says, else as the file is long.
  private long pageCount(Header header) {
    long inFile = (main.sizeBytes() + header.pageSize() - 1) / header.pageSize();
    noteUnevenEnd(header, layers.isEmpty() ? header.pageCount() : layers.getFirst().pageCount());
    if (layers.isEmpty()) {
      compareCount(header.pageCount(), inFile);
      return inFile;
    }
    Layer top = layers.getFirst();
    long count = Math.min(top.pageCount(), inFile + top.offsets().size());
    if (count < top.pageCount() || lacksPages(inFile, count, top)) {
      remarks.loss(
          main.sizeBytes(),
          "the log counts %d pages, the file has %d and the log does not hold the rest"
              .formatted(top.pageCount(), inFile));
    }
    return count;
  }

  /// Bytes after the last page take nothing away; an end inside a page that is counted does.
  private void noteUnevenEnd(Header header, long counted) {
    long wholePages = main.sizeBytes() / header.pageSize();
    long restBytes = main.sizeBytes() % header.pageSize();
    if (restBytes == 0) return;
    if (counted > 0 && counted <= wholePages) {
      remarks.odd("%d bytes after the last of %d pages".formatted(restBytes, counted));
    } else {
      remarks.loss(
          main.sizeBytes(),
          "the file ends inside page %d: %d bytes, expected a multiple of %d"
              .formatted(wholePages + 1, main.sizeBytes(), header.pageSize()));
    }
  }

  /// A count that is too small was not kept; one that is too large tells of a file that was cut.
  private void compareCount(long stated, long inFile) {
    if (stated == 0 || stated == inFile) return;
    var sentence = "the header counts %d pages, the file has %d".formatted(stated, inFile);
    if (stated < inFile) remarks.odd(sentence);
    else remarks.loss(main.sizeBytes(), sentence);
  }

  private static boolean lacksPages(long inFile, long count, Layer top) {
    for (long page = inFile + 1; page <= count; page++) {
      if (!top.offsets().contains((int) page)) return true;
    }
    return false;
  }
}
