package org.testigo.scans;

import java.util.List;
import org.testigo.model.scan.Bytes;

/// A format of scan data. Announces itself with `@AutoService(ScanFormat.class)`.
public sealed interface ScanFormat permits LineFormat, FileFormat {

  Spec spec();

  /// Whether a file is of this format, by its first bytes and its name.
  boolean recognises(Head head);

  /// What a format is.
  ///
  /// @param id such as `sonar-http`
  /// @param title the name that its users know
  /// @param carries what of a service stands in it, and in which spelling
  /// @param order what is joined to the hits of others is read after them
  /// @param references where the format is known from
  record Spec(
      String id, String title, List<Carriage> carries, Order order, List<String> references) {
    public Spec {
      carries = List.copyOf(carries);
      references = List.copyOf(references);
    }
  }

  /// When a file is read.
  enum Order {
    /// It can show a hit by itself.
    SHOWS,
    /// It says where that was which others showed: the hosts of a certificate.
    JOINS,
    /// It says more of the addresses that others showed: their names, their replies to a probe.
    TELLS_MORE
  }

  /// The beginning of a file.
  ///
  /// @param name without the folder and without the suffix of a compression
  /// @param bytes the first bytes, uncompressed; the whole file where it is shorter
  record Head(String name, Bytes bytes) {}
}
