package org.testigo.artifacts.ios;

import org.testigo.artifacts.ArtifactFile;
import org.testigo.artifacts.Readings;
import org.testigo.formats.plist.Plist;
import org.testigo.formats.plist.PlistValue;
import org.testigo.model.MalformedException;

/// A file of the evidence that is a property list.
final class PlistFile {
  /// `Info.plist` holds the icon and the receipt of every app: some dozen megabytes at most.
  private static final int MAX_BYTES = 128 << 20;

  private PlistFile() {}

  /// The dictionary that the file is; names its form as the layout that was met.
  ///
  /// @throws MalformedException when it is no property list or its outermost value is no dictionary
  static PlistValue.Dictionary dictionary(ArtifactFile file, Readings readings) {
    byte[] bytes = file.content().readAll(MAX_BYTES);
    var value = Plist.parse(bytes, file.budget());
    if (!(value instanceof PlistValue.Dictionary dictionary)) {
      throw new MalformedException(
          0, "the outermost value is %s, expected a dictionary".formatted(value.kind()));
    }
    readings.layout(Plist.isBinary(bytes) ? "binary property list" : "XML property list");
    return dictionary;
  }
}
