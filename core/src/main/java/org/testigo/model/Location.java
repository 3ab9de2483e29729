package org.testigo.model;

/// A place inside a file of the evidence.
public sealed interface Location {

  /// A row of a database table.
  record Row(String table, long rowid) implements Location {
    @Override
    public String toString() {
      return table + " row " + rowid;
    }
  }

  /// An offset from the start of the file.
  record Offset(long offsetBytes) implements Location {
    @Override
    public String toString() {
      return "offset " + offsetBytes;
    }
  }

  /// A key inside a structured document, as a path such as
  /// `Applications/org.example.app/iTunesMetadata`.
  record Key(String path) implements Location {
    @Override
    public String toString() {
      return path;
    }
  }

  /// A line of a text, counted from 1.
  record Line(long number) implements Location {
    @Override
    public String toString() {
      return "line " + number;
    }
  }

  /// A frame of a capture, counted from 1.
  record Frame(long number) implements Location {
    @Override
    public String toString() {
      return "frame " + number;
    }
  }

  /// The file as a whole.
  record Whole() implements Location {
    @Override
    public String toString() {
      return "";
    }
  }

  /// The file as a whole.
  Location WHOLE = new Whole();
}
