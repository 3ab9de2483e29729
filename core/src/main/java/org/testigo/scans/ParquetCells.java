package org.testigo.scans;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.testigo.formats.parquet.Cell;
import org.testigo.formats.parquet.Column;
import org.testigo.formats.parquet.PhysicalType;
import org.testigo.model.MalformedException;
import org.testigo.model.scan.ScanTime;

/// Values of a table as what they stand for.
final class ParquetCells {
  private static final int MAX_TEXT_BYTES = 1 << 16;
  private static final long MILLIS_FROM = 100_000_000_000L;
  private static final long MICROS_FROM = 100_000_000_000_000L;
  private static final long NANOS_FROM = 100_000_000_000_000_000L;

  /// Of 1970-01-01, as INT96 counts days.
  private static final long EPOCH_JULIAN_DAY = 2_440_588;

  private static final long SECONDS_PER_DAY = 86_400;

  private ParquetCells() {}

  /// Nothing is no text.
  static String text(Cell cell) {
    return switch (cell) {
      case Cell.Nothing _ -> "";
      case Cell.Blob blob -> {
        if (blob.bytes().length > MAX_TEXT_BYTES)
          throw new MalformedException(
              -1,
              "a text of %d bytes, expected at most %d"
                  .formatted(blob.bytes().length, MAX_TEXT_BYTES));
        yield blob.text();
      }
      case Cell.Whole(long number) -> Long.toString(number);
      case Cell.Flag(boolean flag) -> Boolean.toString(flag);
      case Cell.Real(double number) -> Double.toString(number);
    };
  }

  static byte[] bytes(Cell cell, Column column) {
    if (cell instanceof Cell.Blob(byte[] bytes)) return bytes;
    throw new MalformedException(
        -1, "%s %s, expected bytes".formatted(column.shown(), Quoted.of(text(cell))));
  }

  static long whole(Cell cell, Column column) {
    if (cell instanceof Cell.Whole(long number)) return number;
    return Json.Numbers.whole(text(cell).strip())
        .orElseThrow(() ->
            new MalformedException(
                -1,
                "%s %s, expected a whole number".formatted(column.shown(), Quoted.of(text(cell)))));
  }

  /// A time by the type of its column. A bare number counts seconds, milli-, micro- or nanoseconds
  /// since 1970, which its size tells apart from 1973 on.
  static ScanTime time(Cell cell, Column column) {
    if (column.type() == PhysicalType.INT96) return ofImpala(bytes(cell, column));
    return switch (column.meaning()) {
      case DAY -> day(whole(cell, column));
      case MILLISECONDS -> since1970(whole(cell, column), 1000);
      case MICROSECONDS -> since1970(whole(cell, column), 1_000_000);
      case NANOSECONDS -> since1970(whole(cell, column), 1_000_000_000);
      case NONE, INTEGER, UNSIGNED, OTHER, TEXT -> bare(cell);
    };
  }

  private static ScanTime bare(Cell cell) {
    if (cell instanceof Cell.Real(double number)) return bySize((long) number);
    var met = text(cell);
    var number = Json.Numbers.whole(met.strip());
    return number.isPresent() ? bySize(number.get()) : Times.iso(met);
  }

  private static ScanTime bySize(long number) {
    if (number < MILLIS_FROM) return Times.epochSeconds(number);
    if (number < MICROS_FROM) return since1970(number, 1000);
    return since1970(number, number < NANOS_FROM ? 1_000_000 : 1_000_000_000);
  }

  private static ScanTime since1970(long count, long perSecond) {
    return Times.epochSeconds(Math.floorDiv(count, perSecond));
  }

  private static ScanTime day(long days) {
    try {
      return Times.day(LocalDate.ofEpochDay(days));
    } catch (DateTimeException e) {
      throw new MalformedException(
          -1, "day %d since 1970, expected one in a calendar".formatted(days));
    }
  }

  private static ScanTime ofImpala(byte[] bytes) {
    var parts = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long nanos = parts.getLong();
    long day = Integer.toUnsignedLong(parts.getInt());
    long seconds = Math.floorDiv(nanos, 1_000_000_000L);
    return Times.epochSeconds((day - EPOCH_JULIAN_DAY) * SECONDS_PER_DAY + seconds);
  }
}
