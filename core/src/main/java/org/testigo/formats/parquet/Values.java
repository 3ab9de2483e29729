package org.testigo.formats.parquet;

/// The values of a page, those that are null left out, one after the other.
interface Values {
  /// @throws org.testigo.model.MalformedException also when there are no more
  Cell next();
}
