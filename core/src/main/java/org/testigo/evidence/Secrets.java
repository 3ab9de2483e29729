package org.testigo.evidence;

import java.util.Optional;

/// Where the password of encrypted evidence comes from; asked only when it is needed.
public interface Secrets {

  /// The password; empty where there is none to be had. The caller may overwrite the array after
  /// use.
  ///
  /// @param evidenceName what it is for, for a prompt
  Optional<char[]> password(String evidenceName);

  /// No password at all.
  Secrets NONE = name -> Optional.empty();
}
