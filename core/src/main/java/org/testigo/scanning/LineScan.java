package org.testigo.scanning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import org.testigo.model.LimitHitException;
import org.testigo.model.Location;
import org.testigo.model.MalformedException;
import org.testigo.model.Unreadable.Reason;
import org.testigo.model.scan.Prefilter;
import org.testigo.scanning.Block.Fault;
import org.testigo.scans.LineFormat;
import org.testigo.scans.LineFormat.Beginning;
import org.testigo.scans.LineFormat.Decoder;

/// Scans lines of one file: lines in which something may stand are decoded and looked at, of the
/// others only the frame is checked. A pure function of the lines: the runner of this machine calls
/// it with blocks, a cluster with partitions.
///
/// Immutable, for any number of threads.
final class LineScan {
  private final LineFormat format;
  private final Beginning beginning;
  private final Prefilter prefilter;
  private final Optional<Prefilter> before;
  private final Look look;

  /// @param before the prefilter of an earlier look at the same lines: what was counted or refused
  ///   then is not again
  LineScan(
      LineFormat format,
      Beginning beginning,
      Prefilter prefilter,
      Optional<Prefilter> before,
      Look look) {
    this.format = format;
    this.beginning = beginning;
    this.prefilter = prefilter;
    this.before = before;
    this.look = look;
  }

  /// The scan of a pass.
  static LineScan of(Pass pass, Looks looks, LineFormat format, Beginning beginning) {
    return new LineScan(
        format,
        beginning,
        looks.prefilter(pass, format),
        looks.before(pass, format),
        looks.look(pass));
  }

  /// Tells what stood behind the lines of a part, unless an earlier look told it.
  ///
  /// @param line gives the number of the line that could not be read, where it is one
  void tell(Fault fault, LongSupplier line, Part part) {
    if (before.isPresent()) return;
    if (fault.isLine()) {
      part.count(1, 0, 1);
      part.unreadable(new Location.Line(line.getAsLong()), fault.reason(), fault.detail());
    } else {
      part.unreadable(Location.WHOLE, fault.reason(), fault.detail());
    }
  }

  /// A line, counted from 0 at the first of the part.
  private record Line(int from, int to, long index) {}

  /// Scans whole lines.
  ///
  /// @param to behind the last line; its line end may be missing
  /// @param firstLine takes the number of lines in this part and gives the number of its first line
  ///   in the file, counted from 1; called once, after the search and before lines are decoded
  Part scan(byte[] bytes, int from, int to, LongUnaryOperator firstLine) {
    var part = new Part(format.spec().id(), beginning.file());
    var candidates = new ArrayList<Line>();
    var unframed = new ArrayList<Line>();
    long lines = search(bytes, from, to, candidates, unframed);
    long first = firstLine.applyAsLong(lines);
    var decoding = new Decoding(bytes, first, part);
    if (before.isEmpty()) {
      part.count(lines, 0, unframed.size());
      unframed.forEach(decoding::refuseFrame);
    }
    candidates.forEach(decoding::decode);
    return part;
  }

  private long search(byte[] bytes, int from, int to, List<Line> candidates, List<Line> unframed) {
    long index = 0;
    int at = from;
    while (at < to) {
      int candidate = prefilter.next(bytes, at, to);
      int stop = candidate < 0 ? to : candidate;
      int end = NewLines.next(bytes, at, to);
      while (end < stop || (candidate < 0 && at < to)) {
        if (!isSound(bytes, at, end)) unframed.add(new Line(at, end, index));
        index++;
        at = end + 1;
        end = NewLines.next(bytes, Math.min(at, to), to);
      }
      if (candidate < 0) break;
      candidates.add(new Line(at, end, index++));
      at = end + 1;
    }
    return index;
  }

  /// Blank lines say nothing and are no fault.
  private boolean isSound(byte[] bytes, int from, int to) {
    return format.isFramed(bytes, from, to) || isBlank(bytes, from, to);
  }

  private static boolean isBlank(byte[] bytes, int from, int to) {
    return to == from || (to == from + 1 && bytes[from] == '\r');
  }

  /// The decoding of a part's lines.
  private final class Decoding {
    private final byte[] bytes;
    private final long first;
    private final Part part;
    private final Decoder decoder;

    Decoding(byte[] bytes, long first, Part part) {
      this.bytes = bytes;
      this.first = first;
      this.part = part;
      this.decoder = format.decoder(beginning);
    }

    void refuseFrame(Line line) {
      int last = bytes[line.to() - 1];
      var detail =
          "a line of %d bytes from 0x%02x to 0x%02x, which is no entry of %s"
              .formatted(
                  line.to() - line.from(),
                  bytes[line.from()] & 0xff,
                  last & 0xff,
                  format.spec().id());
      part.unreadable(location(line), Reason.MALFORMED, detail);
    }

    void decode(Line line) {
      if (isBlank(bytes, line.from(), line.to())) return;
      boolean isNew = before.isEmpty() || isPassedOver(line, before.get());
      try {
        long number = first + line.index();
        decoder.decode(bytes, line.from(), line.to(), number, met -> look.at(met, part));
        if (isNew) part.count(0, 1, 0);
      } catch (MalformedException e) {
        refuse(line, Reason.MALFORMED, e.detail(), isNew);
      } catch (LimitHitException e) {
        refuse(line, Reason.LIMIT, e.detail(), isNew);
      } catch (StackOverflowError | OutOfMemoryError e) {
        refuse(line, Reason.LIMIT, e.getClass().getSimpleName(), isNew);
      } catch (RuntimeException e) {
        refuse(line, Reason.INTERNAL, Mistakes.describe(e), isNew);
      }
    }

    /// Whether the earlier look found nothing in the line and nothing wrong with it.
    private boolean isPassedOver(Line line, Prefilter earlier) {
      return isSound(bytes, line.from(), line.to())
          && earlier.next(bytes, line.from(), line.to()) < 0;
    }

    private void refuse(Line line, Reason reason, String detail, boolean isNew) {
      if (!isNew) return;
      part.count(0, 0, 1);
      part.unreadable(location(line), reason, detail);
    }

    private Location location(Line line) {
      return new Location.Line(first + line.index());
    }
  }
}
