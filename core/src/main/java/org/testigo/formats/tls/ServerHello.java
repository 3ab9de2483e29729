package org.testigo.formats.tls;

import java.util.ArrayList;
import java.util.List;
import org.testigo.model.MalformedException;

/// What a server answers first, in the clear: what both will speak.
///
/// Version (2), random (32), session (1 + n), cipher (2), compression (1), extensions (2 + n). RFC
/// 8446 section 4.1.3.
///
/// @param legacyVersion as in the message; 0x0303 for TLS 1.3, too
/// @param version that both speak, by the extension of TLS 1.3 where it is there
/// @param extensions types in the order of the message
public record ServerHello(int legacyVersion, int version, int cipher, List<Integer> extensions) {
  public static final int TYPE = 2;
  private static final int SUPPORTED_VERSIONS = 43;

  /// Drafts of TLS 1.3 up to 21 leave session and compression out.
  private static final int FIRST_DRAFT = 0x7f00;

  private static final int LAST_SHORT_DRAFT = 0x7f15;

  public ServerHello {
    extensions = List.copyOf(extensions);
  }

  /// Reads the content of a message, behind its header.
  ///
  /// @throws MalformedException when it ends early
  public static ServerHello read(byte[] bytes, int from, int to) {
    var in = new HelloReader(bytes, from, to);
    int legacyVersion = in.u16("the version");
    in.skip(32, "the random");
    boolean isShort = legacyVersion >= FIRST_DRAFT && legacyVersion <= LAST_SHORT_DRAFT;
    if (!isShort) in.skip(in.u8("the session"), "the session");
    int cipher = in.u16("the cipher");
    if (!isShort) in.skip(1, "the compression");
    var types = new ArrayList<Integer>();
    int version = legacyVersion;
    if (in.left() >= 2) {
      var all = in.part(in.u16("the extensions"), "the extensions");
      while (all.left() >= 4) {
        int type = all.u16("an extension");
        var content = all.part(all.u16("an extension"), "an extension");
        types.add(type);
        if (type == SUPPORTED_VERSIONS && content.left() >= 2) version = content.u16("the version");
      }
    }
    return new ServerHello(legacyVersion, version, cipher, types);
  }
}
