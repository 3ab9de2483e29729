package org.testigo.formats.plist;

import java.util.function.Supplier;

/// A value of an XML list, or the damage in its place.
///
/// @param key empty in an array
/// @param taken gives the value, or throws
record Slot(String key, Supplier<PlistValue> taken) implements PlistValue.Entry {

  static Slot of(PlistValue value) {
    return new Slot("", () -> value);
  }

  static Slot damaged(RuntimeException damage) {
    return new Slot(
        "",
        () -> {
          throw damage;
        });
  }

  Slot under(String newKey) {
    return new Slot(newKey, taken);
  }

  @Override
  public PlistValue value() {
    return taken.get();
  }
}
