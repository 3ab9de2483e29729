package org.testigo.artifacts.ios;

import java.util.List;
import java.util.Set;
import org.testigo.formats.keyedarchive.KeyedArchive;
import org.testigo.formats.plist.Plist;

/// The addresses in `payload_data`, which a message has that is shown as a balloon of its own: of a
/// rich link the address that was sent, the one that it led to, and those of its pictures; of the
/// message of an app whatever addresses it carries.
///
/// A keyed archive; two balloons of Apple's own that hold strokes and no addresses are of another
/// form and give none. Known from <https://github.com/ReagentX/imessage-exporter>.
final class BalloonPayload {
  private static final Set<String> WITHOUT_ADDRESSES =
      Set.of("com.apple.Handwriting.HandwritingProvider", "com.apple.DigitalTouchBalloonProvider");

  private BalloonPayload() {}

  /// Each address once, in the order of the archive.
  ///
  /// @param balloon the id of the program that draws the balloon; empty where it is not recorded
  /// @throws org.testigo.model.MalformedException when the payload is no archive
  static List<String> links(byte[] payload, String balloon) {
    boolean isOtherForm = !Plist.isBinary(payload) && WITHOUT_ADDRESSES.contains(balloon);
    if (isOtherForm || payload.length == 0) return List.of();
    return KeyedArchive.open(payload, PayloadBudget.of(payload)).urls();
  }
}
