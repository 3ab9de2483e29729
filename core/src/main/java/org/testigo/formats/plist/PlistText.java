package org.testigo.formats.plist;

import java.util.HexFormat;
import org.testigo.formats.plist.PlistValue.Entry;
import org.testigo.model.Limit;
import org.testigo.model.LimitHitException;

/// A value in one line, for settings whose value is itself a list: texts and numbers as they are,
/// `[a, b]`, `{key: value}`, `data 0x…`.
public final class PlistText {
  private final StringBuilder line = new StringBuilder();
  private final int atMost;

  private PlistText(int atMost) {
    this.atMost = atMost;
  }

  /// @param atMost characters
  /// @throws LimitHitException when the line would be longer: a small list can unfold to an endless
  ///   one
  public static String of(PlistValue value, int atMost) {
    var text = new PlistText(atMost);
    text.append(value);
    return text.line.toString();
  }

  private void append(PlistValue value) {
    switch (value) {
      case PlistValue.Text(String text) -> append(text);
      case PlistValue.Whole(var number) -> append(number.toString());
      case PlistValue.Real(double number) -> append(Double.toString(number));
      case PlistValue.Truth(boolean truth) -> append(Boolean.toString(truth));
      case PlistValue.Date date -> append(date.at().toString());
      case PlistValue.Data data -> append("data 0x" + HexFormat.of().formatHex(data.bytes()));
      case PlistValue.Uid(long index) -> append("object " + index);
      case PlistValue.Null() -> append("null");
      case PlistValue.Array array -> appendArray(array);
      case PlistValue.Dictionary dictionary -> appendDictionary(dictionary);
    }
  }

  private void appendArray(PlistValue.Array array) {
    append("[");
    String separator = "";
    for (PlistValue value : array.values()) {
      append(separator);
      append(value);
      separator = ", ";
    }
    append("]");
  }

  private void appendDictionary(PlistValue.Dictionary dictionary) {
    append("{");
    String separator = "";
    for (Entry entry : dictionary.entries()) {
      append(separator + entry.key() + ": ");
      append(entry.value());
      separator = ", ";
    }
    append("}");
  }

  private void append(String part) {
    if (part.length() > atMost - line.length()) throw new LimitHitException(Limit.BYTES, atMost);
    line.append(part);
  }
}
