package org.testigo.formats.plist;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A value of a property list.
public sealed interface PlistValue
    permits PlistValue.Dictionary,
        PlistValue.Array,
        PlistValue.Text,
        PlistValue.Whole,
        PlistValue.Real,
        PlistValue.Truth,
        PlistValue.Date,
        PlistValue.Data,
        PlistValue.Uid,
        PlistValue.Null {

  /// What it is, for a sentence: `a text`.
  String kind();

  /// A text; may hold lone surrogates and NUL characters, as the file does.
  record Text(String value) implements PlistValue {
    @Override
    public String kind() {
      return "a text";
    }
  }

  /// A whole number; files hold signed ones of 64 bits and unsigned ones up to 128.
  record Whole(BigInteger value) implements PlistValue {
    public static Whole of(long value) {
      return new Whole(BigInteger.valueOf(value));
    }

    /// The number; empty where it needs more than 64 bits with its sign.
    public OptionalLong asLong() {
      return value.bitLength() < Long.SIZE
          ? OptionalLong.of(value.longValue())
          : OptionalLong.empty();
    }

    @Override
    public String kind() {
      return "a whole number";
    }
  }

  /// A floating-point number, possibly infinite or not a number.
  record Real(double value) implements PlistValue {
    @Override
    public String kind() {
      return "a real number";
    }
  }

  /// True or false.
  record Truth(boolean value) implements PlistValue {
    @Override
    public String kind() {
      return "a truth value";
    }
  }

  /// A time.
  ///
  /// @param raw as it stands in the file: seconds since 2001-01-01T00:00:00Z in a binary list, a
  ///   date text in an XML one
  record Date(Instant at, String raw) implements PlistValue {
    @Override
    public String kind() {
      return "a date";
    }
  }

  /// Bytes.
  final class Data implements PlistValue {
    private final byte[] bytes;

    Data(byte[] bytes) {
      this.bytes = bytes;
    }

    /// The bytes, not a copy.
    public byte[] bytes() {
      return bytes;
    }

    @Override
    public String kind() {
      return "data";
    }
  }

  /// A reference into the object table of a keyed archive.
  record Uid(long index) implements PlistValue {
    @Override
    public String kind() {
      return "a reference";
    }
  }

  /// Nothing, which only binary lists can hold.
  record Null() implements PlistValue {
    @Override
    public String kind() {
      return "null";
    }
  }

  /// A list of values, in file order; also the sets of binary lists. Taking a value that is damaged
  /// throws [org.testigo.model.MalformedException].
  final class Array implements PlistValue {
    private final List<PlistValue> values;

    Array(List<PlistValue> values) {
      this.values = values;
    }

    public List<PlistValue> values() {
      return values;
    }

    @Override
    public String kind() {
      return "an array";
    }
  }

  /// One key of a dictionary with its value.
  interface Entry {
    String key();

    /// @throws org.testigo.model.MalformedException when the value is damaged
    PlistValue value();
  }

  /// Keys with values, in file order, duplicates and all.
  ///
  /// The look-ups give the first entry of the key. They throw
  /// [org.testigo.model.MalformedException] when the value is of another kind or damaged, and when
  /// the key is not found in a dictionary that is cut: "not there" is said only of a whole one.
  final class Dictionary implements PlistValue {
    private final List<Entry> entries;

    Dictionary(List<Entry> entries) {
      this.entries = entries;
    }

    public List<Entry> entries() {
      return entries;
    }

    public Optional<PlistValue> get(String key) {
      for (Entry entry : entries) {
        if (entry.key().equals(key)) return Optional.of(entry.value());
      }
      return Optional.empty();
    }

    public Optional<String> text(String key) {
      return as(Text.class, key, "a text").map(Text::value);
    }

    /// A whole number of 64 bits.
    public OptionalLong whole(String key) {
      var whole = as(Whole.class, key, "a whole number");
      if (whole.isEmpty()) return OptionalLong.empty();
      var number = whole.get().asLong();
      if (number.isEmpty()) throw PlistKinds.tooLarge(key, whole.get());
      return number;
    }

    public Optional<Boolean> truth(String key) {
      return as(Truth.class, key, "a truth value").map(Truth::value);
    }

    public Optional<Dictionary> dictionary(String key) {
      return as(Dictionary.class, key, "a dictionary");
    }

    public Optional<Array> array(String key) {
      return as(Array.class, key, "an array");
    }

    public Optional<Date> date(String key) {
      return as(Date.class, key, "a date");
    }

    /// The bytes, not a copy.
    public Optional<byte[]> data(String key) {
      return as(Data.class, key, "data").map(Data::bytes);
    }

    private <T extends PlistValue> Optional<T> as(Class<T> type, String key, String expected) {
      return get(key).map(value -> PlistKinds.cast(type, value, key, expected));
    }

    @Override
    public String kind() {
      return "a dictionary";
    }
  }
}
