package org.testigo.formats.tls;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testigo.model.MalformedException;

/// The certificates that a server shows at the beginning of a connection, up to TLS 1.2, from the
/// bytes that it sent.
///
/// A record is content type (1; 22 for a handshake), version (2), length (2), bytes. A handshake
/// message, which may go over several records, is type (1; 11 for the certificates), length (3),
/// bytes: the length of all certificates (3), then each with its length (3) in front, the server's
/// own first. Numbers are in network byte order. Where the bytes end or are damaged, what was whole
/// before that is given. RFC 5246, sections 6.2.1 and 7.4.2.
///
/// @param certificates in DER, in the order in which they were shown
/// @param damage what kept the rest from being read
public record ServerCertificates(List<byte[]> certificates, Optional<MalformedException> damage) {
  private static final int HANDSHAKE = 22;

  /// The number of a certificates message.
  public static final int CERTIFICATE = 11;

  private static final int SERVER_HELLO = 2;
  private static final int MAJOR_VERSION = 3;
  private static final int RECORD_HEADER = 5;
  private static final int MESSAGE_HEADER = 4;

  /// 2^14 and what a cipher may add.
  private static final int MAX_RECORD = (1 << 14) + 2048;

  public ServerCertificates {
    certificates = List.copyOf(certificates);
  }

  /// Whether bytes begin as a server's handshake does.
  public static boolean isHandshake(byte[] bytes) {
    return bytes.length > RECORD_HEADER
        && bytes[0] == HANDSHAKE
        && bytes[1] == MAJOR_VERSION
        && bytes[RECORD_HEADER] == SERVER_HELLO;
  }

  /// Reads the content of a certificates message, behind its header.
  public static ServerCertificates readMessage(byte[] bytes, int from, int to) {
    var reading = new Reading();
    try {
      reading.certificates(bytes, from, to, to - from);
      return new ServerCertificates(reading.certificates, Optional.empty());
    } catch (MalformedException e) {
      return new ServerCertificates(reading.certificates, Optional.of(e));
    }
  }

  public static ServerCertificates read(byte[] bytes) {
    var reading = new Reading();
    try {
      reading.messages(reading.handshake(bytes));
    } catch (MalformedException e) {
      return new ServerCertificates(reading.certificates, Optional.of(e));
    }
    return new ServerCertificates(reading.certificates, Optional.ofNullable(reading.cut));
  }

  /// What was read so far.
  private static final class Reading {
    private final List<byte[]> certificates = new ArrayList<>();
    private @Nullable MalformedException cut;

    /// The bytes of the handshake without the headers of its records, up to the first record of
    /// another kind.
    byte[] handshake(byte[] bytes) {
      var joined = new ByteArrayOutputStream();
      int at = 0;
      while (at < bytes.length && bytes[at] == HANDSHAKE) {
        if (bytes.length - at < RECORD_HEADER) {
          cut = new MalformedException(at, "a record that ends in its header");
          break;
        }
        int length = record(bytes, at);
        at += RECORD_HEADER;
        int there = Math.min(length, bytes.length - at);
        joined.write(bytes, at, there);
        at += there;
        if (there < length) {
          cut =
              new MalformedException(
                  at, "a record of %d bytes, %d are there".formatted(length, there));
        }
      }
      return joined.toByteArray();
    }

    private static int record(byte[] bytes, int at) {
      int length = (bytes[at + 3] & 0xff) << 8 | bytes[at + 4] & 0xff;
      if (bytes[at + 1] != MAJOR_VERSION || length == 0 || length > MAX_RECORD) {
        throw new MalformedException(
            at,
            "a record of version %d and %d bytes, expected version 3 and 1 to %d bytes"
                .formatted(bytes[at + 1] & 0xff, length, MAX_RECORD));
      }
      return length;
    }

    void messages(byte[] handshake) {
      int at = 0;
      while (at + MESSAGE_HEADER <= handshake.length) {
        int type = handshake[at];
        int length = three(handshake, at + 1);
        int from = at + MESSAGE_HEADER;
        int to = from + Math.min(length, handshake.length - from);
        if (type == CERTIFICATE) {
          certificates(handshake, from, to, length);
          return;
        }
        at = to;
      }
    }

    /// @param to where the bytes of the message end, which may be before its length
    private void certificates(byte[] message, int from, int to, int length) {
      int left = to - from - 3;
      int total = left < 0 ? 0 : three(message, from);
      if (left < 0 || total != length - 3) {
        throw new MalformedException(
            from, "certificates of %d bytes in a message of %d".formatted(total, length));
      }
      int at = from + 3;
      while (at < to) {
        int size = at + 3 <= to ? three(message, at) : 0;
        if (size == 0 || size > to - at - 3) {
          throw new MalformedException(
              at, "a certificate of %d bytes, %d are there".formatted(size, to - at));
        }
        certificates.add(Arrays.copyOfRange(message, at + 3, at + 3 + size));
        at += 3 + size;
      }
    }

    private static int three(byte[] bytes, int at) {
      return (bytes[at] & 0xff) << 16 | (bytes[at + 1] & 0xff) << 8 | bytes[at + 2] & 0xff;
    }
  }
}
