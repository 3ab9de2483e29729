package org.testigo.formats.parquet;

import java.util.List;

/// What stands at the end of a file.
record Footer(List<Column> columns, List<RowGroup> groups) {
  Footer {
    columns = List.copyOf(columns);
    groups = List.copyOf(groups);
  }
}
