package org.testigo.exposure.policy;

import org.testigo.model.Text;

/// A file of rules that cannot be used, with the place and the reason.
public final class RefusedPolicyException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Text text;

  RefusedPolicyException(Text text) {
    super(text.key() + " " + text.arguments());
    this.text = text;
  }

  public Text text() {
    return text;
  }
}
