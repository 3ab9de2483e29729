package org.testigo.indicators.packs;

import org.testigo.model.Text;

/// Thrown when a pack as a whole is refused.
public final class PackRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Text why;

  public PackRefusedException(Text why) {
    super(why.key() + " " + why.arguments());
    this.why = why;
  }

  public Text why() {
    return why;
  }
}
