package org.testigo.model;

import java.util.List;

/// A text for people, by the bundle and key under which every language has it, and the values to
/// fill in.
///
/// @param bundle the base name of the message bundle, which is the name of the class that the texts
///   belong to
/// @param arguments evidence values as they are; they are escaped where they are shown
public record Text(String bundle, String key, List<Object> arguments) {
  public Text {
    arguments = List.copyOf(arguments);
  }

  /// A text of the bundle that lies beside a class and has its name.
  public static Text of(Class<?> owner, String key, Object... arguments) {
    return new Text(owner.getName(), key, List.of(arguments));
  }
}
