package org.testigo.formats.plist;

import org.testigo.model.MalformedException;

/// Refuses values of another kind than expected.
final class PlistKinds {
  private PlistKinds() {}

  static <T extends PlistValue> T cast(
      Class<T> type, PlistValue value, String key, String expected) {
    if (type.isInstance(value)) return type.cast(value);
    throw new MalformedException(
        -1, "key %s holds %s, expected %s".formatted(key, value.kind(), expected));
  }

  static MalformedException tooLarge(String key, PlistValue.Whole whole) {
    return new MalformedException(
        -1, "key %s holds %s, expected a number of 64 bits".formatted(key, whole.value()));
  }
}
