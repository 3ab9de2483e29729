package org.testigo.formats.plist;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.testigo.model.MalformedException;

/// An array or dictionary of an XML list while it is read.
final class XmlContainer {
  /// The key that stands for a reference of a keyed archive in an XML list.
  private static final String UID_KEY = "CF$UID";

  private final boolean isDictionary;
  private final List<Slot> slots = new ArrayList<>();
  private Optional<String> key = Optional.empty();

  XmlContainer(boolean isDictionary) {
    this.isDictionary = isDictionary;
  }

  boolean takesKey() {
    return isDictionary && key.isEmpty();
  }

  boolean lacksValue() {
    return key.isPresent();
  }

  void key(String name) {
    key = Optional.of(name);
  }

  void add(Slot slot) {
    slots.add(slot.under(key.orElse("")));
    key = Optional.empty();
  }

  PlistValue whole() {
    return uid().orElseGet(() -> value(Optional.empty()));
  }

  /// What was read, whose list throws at its end.
  PlistValue cut(MalformedException damage) {
    return value(Optional.of(damage));
  }

  private PlistValue value(Optional<MalformedException> damage) {
    return isDictionary
        ? new PlistValue.Dictionary(new View<>(slots, slot -> slot, damage))
        : new PlistValue.Array(new View<>(slots, Slot::value, damage));
  }

  private Optional<PlistValue> uid() {
    if (!isDictionary || slots.size() != 1 || !slots.getFirst().key().equals(UID_KEY)) {
      return Optional.empty();
    }
    if (!(slots.getFirst().value() instanceof PlistValue.Whole whole)) return Optional.empty();
    var index = whole.asLong();
    return index.isPresent() && index.getAsLong() >= 0
        ? Optional.of(new PlistValue.Uid(index.getAsLong()))
        : Optional.empty();
  }

  private static final class View<T> extends AbstractList<T> {
    private final List<Slot> slots;
    private final Function<Slot, T> shown;
    private final Optional<MalformedException> damage;

    View(List<Slot> slots, Function<Slot, T> shown, Optional<MalformedException> damage) {
      this.slots = slots;
      this.shown = shown;
      this.damage = damage;
    }

    @Override
    public T get(int index) {
      if (index == slots.size() && damage.isPresent()) throw damage.get();
      return shown.apply(slots.get(index));
    }

    @Override
    public int size() {
      return slots.size() + (damage.isPresent() ? 1 : 0);
    }
  }
}
