package org.testigo.cluster;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/// What one machine reads of a file at a time: all lines that begin in a stretch of it, or the
/// whole.
///
/// @param file its place among the files of the job
/// @param fromByte where the stretch begins
/// @param toByte behind its last byte
/// @param isWhole whether it is the whole file, which may be compressed
record Piece(int file, long fromByte, long toByte, boolean isWhole) implements Serializable {
  /// What opening a file costs, in bytes that could be read instead: as Spark's own setting.
  private static final long OPENING_BYTES = 4 << 20;

  /// The stretches of a file.
  static List<Piece> of(int file, long lengthBytes, boolean canBeCut, long pieceBytes) {
    if (!canBeCut || lengthBytes <= pieceBytes)
      return List.of(new Piece(file, 0, lengthBytes, true));
    var pieces = new ArrayList<Piece>();
    for (long from = 0; from < lengthBytes; from += pieceBytes)
      pieces.add(new Piece(file, from, Math.min(lengthBytes, from + pieceBytes), false));
    return pieces;
  }

  /// Lays small pieces together, so that no machine is asked for one small file alone.
  static List<List<Piece>> together(List<Piece> pieces, long pieceBytes) {
    var groups = new ArrayList<List<Piece>>();
    var group = new ArrayList<Piece>();
    long bytes = 0;
    for (Piece piece : pieces) {
      long cost = piece.toByte() - piece.fromByte() + Math.min(OPENING_BYTES, pieceBytes / 32);
      if (!group.isEmpty() && bytes + cost > pieceBytes + pieceBytes / 16) {
        groups.add(List.copyOf(group));
        group.clear();
        bytes = 0;
      }
      group.add(piece);
      bytes += cost;
    }
    if (!group.isEmpty()) groups.add(List.copyOf(group));
    return groups;
  }
}
