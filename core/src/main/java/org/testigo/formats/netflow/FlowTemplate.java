package org.testigo.formats.netflow;

import java.util.List;

/// How records of one kind are laid out, as their exporter told before it sent them.
///
/// @param fields in their order
public record FlowTemplate(List<Field> fields) {
  /// The length of a field that each record gives.
  static final int VARIABLE = 0xffff;

  public FlowTemplate {
    fields = List.copyOf(fields);
  }

  /// A field.
  ///
  /// @param enterprise 0 for the elements that IANA keeps
  /// @param lengthBytes `0xffff` where each record gives it
  public record Field(long enterprise, int element, int lengthBytes) {}

  /// The fewest bytes of a record.
  int shortestBytes() {
    int sum = 0;
    for (Field field : fields) sum += field.lengthBytes() == VARIABLE ? 1 : field.lengthBytes();
    return sum;
  }

  /// Whose template it is: numbers are given by exporters, each in its own domains.
  ///
  /// @param version 9 or 10
  public record Key(int version, long domain, int number) {}
}
