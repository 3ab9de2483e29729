package org.testigo.indicators.packs;

import org.testigo.model.Text;

/// Thrown when a pack as a whole is refused.
public final class PackRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Text why;
  private final boolean beside;

  public PackRefusedException(Text why) {
    this(why, false);
  }

  /// @param beside whether the file is known to be no pack at all
  PackRefusedException(Text why, boolean beside) {
    super(why.key() + " " + why.arguments());
    this.why = why;
    this.beside = beside;
  }

  boolean isBeside() {
    return beside;
  }

  public Text why() {
    return why;
  }
}
