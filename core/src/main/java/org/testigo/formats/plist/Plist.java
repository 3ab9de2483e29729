package org.testigo.formats.plist;

import java.util.regex.Pattern;
import org.testigo.model.Budget;
import org.testigo.model.MalformedException;
import org.testigo.model.UnsupportedLayoutException;

/// Reads a property list, binary or XML.
///
/// Values are decoded when they are asked for, so damage deep inside a file is thrown by the call
/// that reaches it, and everything before it can be kept: a binary value whose bytes are wrong
/// throws when it is taken, and the lists of an XML text that is cut throw after their last whole
/// entry.
public final class Plist {
  private static final String BINARY = "bplist";

  /// `<` and hexadecimal digits: the data form of OpenStep, not XML.
  private static final Pattern OPENSTEP_DATA = Pattern.compile("<[0-9a-fA-F\\s]*>");

  private static final Pattern JSON_START = Pattern.compile("\\[|\\{\\s*\"[^\"]*\"\\s*:");

  /// The strings file form of OpenStep: `KEY = `.
  private static final Pattern STRINGS_START = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*\\s*=");

  private Plist() {}

  /// The outermost value of the list.
  ///
  /// @param budget pays a node for every value that is taken out, each time
  /// @throws MalformedException when nothing of it can be read, or it refers to itself
  /// @throws UnsupportedLayoutException when it is an OpenStep or JSON list, or a binary version
  ///   other than 00
  public static PlistValue parse(byte[] bytes, Budget budget) {
    return isBinary(bytes) ? binary(bytes, budget) : textual(bytes, budget);
  }

  /// Whether the bytes begin as a binary property list of any version does.
  public static boolean isBinary(byte[] bytes) {
    if (bytes.length < BINARY.length()) return false;
    for (int i = 0; i < BINARY.length(); i++) {
      if (bytes[i] != BINARY.charAt(i)) return false;
    }
    return true;
  }

  private static PlistValue binary(byte[] bytes, Budget budget) {
    var plist = BinaryPlist.open(bytes, budget);
    BinaryShape.check(plist, budget);
    return BinaryValues.value(plist, plist.top());
  }

  private static PlistValue textual(byte[] bytes, Budget budget) {
    budget.spendBytes(bytes.length);
    var document = XmlText.decode(bytes);
    String text = document.text();
    if (text.isEmpty()) {
      throw new MalformedException(
          0, "%d bytes without a character, expected a property list".formatted(bytes.length));
    }
    if (text.charAt(0) != '<' || OPENSTEP_DATA.matcher(text).lookingAt()) throw otherForm(document);
    return new XmlPlist(document, budget).read();
  }

  private static RuntimeException otherForm(XmlText document) {
    String text = document.text();
    if (JSON_START.matcher(text).lookingAt()) {
      return new UnsupportedLayoutException("a JSON text, expected a binary or XML property list");
    }
    char first = text.charAt(0);
    if ("{(\"</".indexOf(first) >= 0 || STRINGS_START.matcher(text).lookingAt()) {
      return new UnsupportedLayoutException(
          "an OpenStep (ASCII) property list, expected a binary or XML one");
    }
    return new MalformedException(
        document.offsetBytes(0),
        "character U+%04X at the start, expected bplist00 or <".formatted((int) first));
  }
}
