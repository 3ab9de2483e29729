package org.testigo.formats.sqlite;

import java.util.Optional;

/// One row while it is visited; indexes count the columns that were asked for, from 0.
///
/// Values of another type than asked for convert as `CAST` of SQLite does; none of these methods
/// fails for what the evidence holds. NULL and lost values read as 0, "" and no bytes: where that
/// matters, ask [#isNull] first or use the optional forms.
public interface Row {

  /// The key of the row; 0 in a table WITHOUT ROWID.
  long rowid();

  ValueType type(int index);

  boolean isNull(int index);

  /// Whether the value could not be read; it then counts as NULL. The damage has been given to
  /// [RowVisitor#damaged].
  boolean isLost(int index);

  /// A real is cut towards zero; of a text or blob the leading digits count; else 0.
  long integer(int index);

  /// Of a text or blob the leading number counts; else 0.
  double real(int index);

  /// A blob is taken for text in the database's encoding; sequences that are not valid become
  /// U+FFFD.
  String text(int index);

  /// A copy of the bytes as stored: a text in the database's encoding, a number as its decimal
  /// text.
  byte[] blob(int index);

  /// Empty for NULL.
  default Optional<String> optionalText(int index) {
    return isNull(index) ? Optional.empty() : Optional.of(text(index));
  }

  /// Of the row's cell in the database file, also where a newer version of its page was read from
  /// the write-ahead log.
  long offsetBytes();
}
