package org.testigo.app;

import org.testigo.model.Text;

/// Why an index or a pack could not be fetched, or is not what it should be.
final class PacksUpdateException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Text why;

  /// @param key of the texts of [Testigo], after `update.`
  PacksUpdateException(String key, Object... arguments) {
    super(key);
    this.why = Text.of(Testigo.class, "update." + key, arguments);
  }

  Text why() {
    return why;
  }
}
