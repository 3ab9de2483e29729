package org.testigo.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.testigo.cluster.Outcome.Body;
import org.testigo.cluster.Outcome.Found;
import org.testigo.model.scan.CertificateBody;
import org.testigo.scanning.Part;
import org.testigo.scanning.PieceScan.Row;
import org.testigo.scans.LineFormat;
import org.testigo.scans.ScanFormat;

/// Scans pieces on one machine.
final class PieceTask {
  /// Lines of a piece in the middle of a file are counted from here, until it is known how many
  /// stand in front of it. No file has so many.
  static final long UNKNOWN_LINES = 1L << 48;

  private final PassWork work;
  private final Configuration hadoop;
  private final int attempt;

  /// @param attempt how often these pieces were tried before
  PieceTask(PassWork work, Configuration hadoop, int attempt) {
    this.work = work;
    this.hadoop = hadoop;
    this.attempt = attempt;
  }

  /// What a piece of lines or a whole file gives.
  List<Outcome> scan(Piece piece) {
    var outcomes = new ArrayList<Outcome>();
    var file = work.file(piece.file());
    try {
      var scan =
          work.scan().without(body -> outcomes.add(body(body, piece.file(), piece.fromByte())));
      var input = file.input(hadoop);
      var format = work.settings().format(file.format());
      if (piece.isWhole()) {
        outcomes.add(found(scan.file(input, format), piece.file(), piece.fromByte()));
      } else {
        var lines = (LineFormat) format;
        long first = piece.fromByte() == 0 ? 1 : UNKNOWN_LINES + 1;
        try (var stream = new PieceStream(file.open(hadoop), piece, !isLastAttempt())) {
          outcomes.add(
              found(scan.lines(input, lines, stream, first), piece.file(), piece.fromByte()));
        }
      }
    } catch (IOException e) {
      if (!isLastAttempt()) throw new UncheckedIOException(e);
      outcomes.add(new Outcome.Failed(key(piece), "not readable: " + e.getMessage()));
    }
    return outcomes;
  }

  private boolean isLastAttempt() {
    return work.isLastAttempt(attempt);
  }

  private static Outcome.Key key(Piece piece) {
    return new Outcome.Key("", piece.file(), piece.fromByte(), 0);
  }

  /// What rows of a table give.
  ///
  /// @param order of the first one in its file
  List<Outcome> rows(int number, long order, Iterator<Row> rows) {
    var outcomes = new ArrayList<Outcome>();
    var file = work.file(number);
    ScanFormat format = work.settings().format(file.format());
    var part =
        work.scan()
            .without(body -> outcomes.add(body(body, number, order)))
            .rows(format, file.name(), rows);
    outcomes.add(found(part, number, order));
    return outcomes;
  }

  private static Found found(Part part, int file, long order) {
    return new Found(new Outcome.Key("", file, order, 0), part.bytes());
  }

  private static Body body(CertificateBody body, int file, long order) {
    String sha256 = body.id().sha256();
    return Body.of(
        body, sha256.isEmpty() ? Digest.sha256(body.der().array()) : sha256, file, order);
  }
}
