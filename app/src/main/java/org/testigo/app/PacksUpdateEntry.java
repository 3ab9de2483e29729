package org.testigo.app;

import java.net.URI;
import org.testigo.model.Text;

/// What one entry of an index asks for.
sealed interface PacksUpdateEntry {
  /// The name that the index gives, as it is.
  String title();

  /// A pack that can be asked for.
  ///
  /// @param fileName under which it is kept, made by [PacksUpdateName]
  record Pack(String title, String fileName, URI address) implements PacksUpdateEntry {}

  /// An entry that says nothing that can be asked for.
  record Unusable(String title, Text why) implements PacksUpdateEntry {}
}
