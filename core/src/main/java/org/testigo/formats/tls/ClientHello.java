package org.testigo.formats.tls;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testigo.model.MalformedException;

/// What a client says first, in the clear: whom it wants to reach, and what it can do.
///
/// A message is type (1; 1 for this one), length (3), then: version (2), random (32), session (1 +
/// n), in DTLS a cookie (1 + n), ciphers (2 + n), compressions (1 + n), extensions (2 + n), each of
/// type (2) and length (2). RFC 8446 section 4.1.2, RFC 6347 section 4.2.1.
///
/// @param legacyVersion as in the message, such as 0x0303
/// @param ciphers in the order of the message, with those that mean nothing (RFC 8701)
/// @param extensions types in the order of the message, with those that mean nothing
/// @param groups named groups (extension 10)
/// @param pointFormats (extension 11)
/// @param signatureAlgorithms (extension 13)
/// @param supportedVersions (extension 43); empty before TLS 1.3
/// @param protocols the names of the application protocols (extension 16) as bytes
/// @param serverName (extension 0)
/// @param hasEncryptedHello whether the extension of encrypted hellos is there; clients also send
///   it without using it
/// @param isCut whether the message is longer than the bytes at hand
public record ClientHello(
    int legacyVersion,
    List<Integer> ciphers,
    List<Integer> extensions,
    List<Integer> groups,
    List<Integer> pointFormats,
    List<Integer> signatureAlgorithms,
    List<Integer> supportedVersions,
    List<String> protocols,
    Optional<String> serverName,
    boolean hasEncryptedHello,
    boolean isCut) {
  public static final int TYPE = 1;
  private static final int RANDOM_BYTES = 32;
  private static final int ENCRYPTED_HELLO = 0xfe0d;

  public ClientHello {
    ciphers = List.copyOf(ciphers);
    extensions = List.copyOf(extensions);
    groups = List.copyOf(groups);
    pointFormats = List.copyOf(pointFormats);
    signatureAlgorithms = List.copyOf(signatureAlgorithms);
    supportedVersions = List.copyOf(supportedVersions);
    protocols = List.copyOf(protocols);
  }

  /// Reads the content of a message, behind its header.
  ///
  /// @param isDatagram whether it is DTLS, with a cookie
  /// @param isCut whether the message goes on behind `to`: what is at hand is read
  /// @throws MalformedException when it ends before its ciphers do
  public static ClientHello read(
      byte[] bytes, int from, int to, boolean isDatagram, boolean isCut) {
    var in = new HelloReader(bytes, from, to);
    int version = in.u16("the version");
    in.skip(RANDOM_BYTES, "the random");
    in.skip(in.u8("the session"), "the session");
    if (isDatagram) in.skip(in.u8("the cookie"), "the cookie");
    var ciphers = in.part(in.u16("the ciphers"), "the ciphers").numbers("a cipher");
    var fields = new Fields();
    boolean isWhole = !isCut;
    try {
      in.skip(in.u8("the compressions"), "the compressions");
      if (in.left() >= 2) fields.extensions(in);
    } catch (MalformedException e) {
      if (!isCut) throw e;
      isWhole = false;
    }
    return new ClientHello(
        version,
        ciphers,
        fields.types,
        fields.groups,
        fields.pointFormats,
        fields.signatureAlgorithms,
        fields.versions,
        fields.protocols,
        fields.serverName,
        fields.hasEncryptedHello,
        !isWhole);
  }

  /// What the extensions say.
  private static final class Fields {
    private final List<Integer> types = new ArrayList<>();
    private List<Integer> groups = List.of();
    private final List<Integer> pointFormats = new ArrayList<>();
    private List<Integer> signatureAlgorithms = List.of();
    private List<Integer> versions = List.of();
    private final List<String> protocols = new ArrayList<>();
    private Optional<String> serverName = Optional.empty();
    private boolean hasEncryptedHello;

    void extensions(HelloReader in) {
      int length = in.u16("the extensions");
      var all = in.left() < length ? in : in.part(length, "the extensions");
      while (all.left() >= 4) {
        int type = all.u16("an extension");
        int size = all.u16("an extension");
        types.add(type);
        extension(type, all.part(size, "an extension"));
      }
    }

    private void extension(int type, HelloReader in) {
      switch (type) {
        case 0 -> serverName(in);
        case 10 -> groups = list(in, "the groups");
        case 11 -> {
          var formats = in.part(in.u8("the formats"), "the formats");
          while (formats.left() > 0) pointFormats.add(formats.u8("a format"));
        }
        case 13 -> signatureAlgorithms = list(in, "the signature algorithms");
        case 16 -> protocols(in);
        case 43 -> versions = in.part(in.u8("the versions"), "the versions").numbers("a version");
        case ENCRYPTED_HELLO -> hasEncryptedHello = true;
        default -> {}
      }
    }

    private static List<Integer> list(HelloReader in, String what) {
      return in.part(in.u16(what), what).numbers(what);
    }

    /// A list (2) of names: type (1; 0 for a host), length (2), name.
    private void serverName(HelloReader in) {
      if (in.left() < 5) return;
      in.skip(2, "the names");
      int type = in.u8("a name");
      var name = in.bytes(in.u16("a name"), "a name");
      if (type == 0) serverName = Optional.of(new String(name, StandardCharsets.ISO_8859_1));
    }

    private void protocols(HelloReader in) {
      var list = in.part(in.u16("the protocols"), "the protocols");
      while (list.left() > 0) {
        var name = list.bytes(list.u8("a protocol"), "a protocol");
        protocols.add(new String(name, StandardCharsets.ISO_8859_1));
      }
    }
  }
}
