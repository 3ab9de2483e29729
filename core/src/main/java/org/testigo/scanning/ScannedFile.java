package org.testigo.scanning;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testigo.model.scan.Subject;
import org.testigo.scans.FileFormat;
import org.testigo.scans.LineFormat;
import org.testigo.scans.ScanFormat;
import org.testigo.scans.ScanFormat.Order;

/// An input on its way through a scan.
public final class ScannedFile {
  /// So many first bytes are shown where no format knows them.
  private static final int SHOWN_BYTES = 16;

  private final ScanInput input;
  private Optional<ScanFormat> format = Optional.empty();
  private Optional<String> refusal = Optional.empty();
  private Counts counts = Counts.NONE;
  private @Nullable OpenedInput open;

  /// Opens an input and learns its format. One that can be read once stays open.
  public ScannedFile(ScanInput input, List<ScanFormat> formats) {
    this.input = input;
    try {
      var opened = OpenedInput.open(input);
      format = opened.format(formats);
      if (format.isEmpty()) refusal = Optional.of(unknown(opened));
      if (format.isPresent() && input.isReadOnce()) open = opened;
      else opened.close();
    } catch (IOException e) {
      refusal = Optional.of("not readable: " + e.getMessage());
    }
  }

  /// An input of which somebody else learned the format.
  ///
  /// @param refusal why it is not read; empty where it is
  public ScannedFile(ScanInput input, Optional<ScanFormat> format, Optional<String> refusal) {
    this.input = input;
    this.format = refusal.isEmpty() ? format : Optional.empty();
    this.refusal = refusal;
  }

  private static String unknown(OpenedInput opened) {
    byte[] head = opened.head().bytes().array();
    if (!opened.damage().isEmpty()) return opened.damage();
    if (head.length == 0) return "an empty file";
    var shown = HexFormat.ofDelimiter(" ").formatHex(head, 0, Math.min(SHOWN_BYTES, head.length));
    return "no known format of scan data begins with the bytes " + shown;
  }

  public String name() {
    return input.name();
  }

  /// Why nothing of it is read.
  public Optional<String> refusal() {
    return refusal;
  }

  boolean is(Order order) {
    return format.filter(known -> known.spec().order() == order).isPresent();
  }

  /// Only after it was recognised.
  public ScanFormat format() {
    return format.orElseThrow();
  }

  /// Whether a second look can find more than the first: where certificates are, in what can be
  /// read again.
  boolean canTellMore() {
    if (input.isReadOnce()) return false;
    return switch (format()) {
      case FileFormat document -> true;
      case LineFormat lines ->
          lines.spec().carries().stream()
              .anyMatch(carriage -> carriage.subject() == Subject.CERTIFICATE);
    };
  }

  /// Opens it to be read.
  OpenedInput open() throws IOException {
    var opened = open;
    open = null;
    return opened == null ? OpenedInput.open(input) : opened;
  }

  void add(Counts more) {
    counts = counts.plus(more);
  }

  void fail(String why) {
    refusal = Optional.of(why);
  }

  FileCount count() {
    return new FileCount(
        input.name(),
        format.map(known -> known.spec().id()).orElse(""),
        counts,
        refusal,
        input.isReadOnce());
  }
}
