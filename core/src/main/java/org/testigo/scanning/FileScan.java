package org.testigo.scanning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.formats.bytes.FileSource;
import org.testigo.model.Budget;
import org.testigo.model.LimitHitException;
import org.testigo.model.Location;
import org.testigo.model.MalformedException;
import org.testigo.model.Unreadable.Reason;
import org.testigo.model.UnsupportedLayoutException;
import org.testigo.scans.FileFormat;

/// Reads one document: a format that is read as a whole.
final class FileScan {
  /// A compressed document is unpacked into memory.
  private static final int MAX_UNPACKED_BYTES = 256 << 20;

  private final FileFormat format;
  private final ScanRequest request;
  private final Look look;
  private final boolean isFirst;

  /// @param isFirst whether entries are counted and faults told, as in the first reading of a file
  FileScan(FileFormat format, ScanRequest request, Look look, boolean isFirst) {
    this.format = format;
    this.request = request;
    this.look = look;
    this.isFirst = isFirst;
  }

  /// Scans a document; what was read before damage stays.
  void scan(OpenedInput input, Consumer<Part> parts) {
    var name = input.input().name();
    var part = new Part(format.spec().id(), name);
    try (var bytes = bytes(input)) {
      read(bytes, name, input, part);
    } catch (MalformedException e) {
      fail(part, Reason.MALFORMED, "damaged at byte %d: %s".formatted(e.offsetBytes(), e.detail()));
    } catch (LimitHitException e) {
      fail(part, Reason.LIMIT, e.detail());
    } catch (UnsupportedLayoutException e) {
      fail(part, Reason.UNSUPPORTED, e.detail());
    } catch (IOException | UncheckedIOException e) {
      fail(part, Reason.IO, String.valueOf(e.getMessage()));
    } catch (StackOverflowError | OutOfMemoryError e) {
      fail(part, Reason.LIMIT, e.getClass().getSimpleName());
    } catch (RuntimeException e) {
      fail(part, Reason.INTERNAL, Mistakes.describe(e));
    }
    parts.accept(part);
  }

  private void read(ByteSource bytes, String name, OpenedInput input, Part part) {
    var time = FileTime.of(input.head().name()).or(request::at);
    var budget = new Budget(request.allowance(), request.nanoClock());
    var refused = new long[1];
    long entries =
        format.read(
            bytes,
            name,
            time,
            budget,
            met -> look.at(met, part),
            unreadable -> {
              refused[0]++;
              if (isFirst) part.unreadable(unreadable);
            });
    if (isFirst) part.count(entries, entries, refused[0]);
  }

  private void fail(Part part, Reason reason, String detail) {
    if (!isFirst) return;
    part.count(0, 0, 1);
    part.unreadable(Location.WHOLE, reason, detail);
  }

  private static ByteSource bytes(OpenedInput input) throws IOException {
    var file = input.plainFile();
    if (file.isPresent()) return new FileSource(file.get());
    byte[] all = input.stream().readNBytes(MAX_UNPACKED_BYTES + 1);
    if (all.length > MAX_UNPACKED_BYTES)
      throw new MalformedException(
          MAX_UNPACKED_BYTES,
          "more than %d bytes in a compressed document".formatted(MAX_UNPACKED_BYTES));
    return ByteSource.of(all);
  }
}
