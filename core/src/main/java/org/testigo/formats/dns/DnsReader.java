package org.testigo.formats.dns;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testigo.model.IpAddress;
import org.testigo.model.MalformedException;

/// A place in a message that moves as it is read.
final class DnsReader {
  /// Names have at most 255 bytes, so no honest name has more jumps.
  private static final int MOST_JUMPS = 64;

  private static final int MOST_NAME_BYTES = 255;

  private final byte[] bytes;
  private final int start;
  private final int end;
  private int at;

  DnsReader(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.start = from;
    this.end = to;
    this.at = from;
  }

  MalformedException malformed(String detail) {
    return new MalformedException(at - start, detail);
  }

  void need(int count, String what) {
    if (end - at < count)
      throw malformed("%s needs %d bytes, %d are left".formatted(what, count, end - at));
  }

  int u8() {
    need(1, "a byte");
    return bytes[at++] & 255;
  }

  int u16() {
    need(2, "a number");
    return u8() << 8 | u8();
  }

  long u32() {
    need(4, "a number");
    return (long) u16() << 16 | u16();
  }

  private long i64() {
    return u32() << 32 | u32();
  }

  /// A name: labels with their length in front, the last of which may be a pointer back.
  String name() {
    var name = new StringBuilder();
    int place = at;
    int jumps = 0;
    boolean hasJumped = false;
    while (true) {
      if (place >= end) throw malformed("a name runs beyond the message");
      int length = bytes[place] & 255;
      if (length == 0) {
        if (!hasJumped) at = place + 1;
        return name.toString();
      }
      if (length >= 0xc0) {
        if (place + 1 >= end) throw malformed("a pointer runs beyond the message");
        if (++jumps > MOST_JUMPS) throw malformed("a name of more than 64 jumps");
        if (!hasJumped) at = place + 2;
        hasJumped = true;
        place = start + ((length & 0x3f) << 8 | bytes[place + 1] & 255);
      } else if (length > 63) {
        throw malformed("a label's length is 0x%02x, expected 0x3f or less".formatted(length));
      } else {
        label(name, place + 1, length);
        place += 1 + length;
      }
    }
  }

  /// Bytes beyond ASCII, and a dot inside a label, stay recognisable as `\ddd`.
  private void label(StringBuilder name, int from, int length) {
    if (from + length > end) throw malformed("a label runs beyond the message");
    if (name.length() + length > 4 * MOST_NAME_BYTES) throw malformed("a name of over 255 bytes");
    if (!name.isEmpty()) name.append('.');
    for (int i = from; i < from + length; i++) {
      int c = bytes[i] & 255;
      if (c > 32 && c < 127 && c != '.' && c != '\\') name.append((char) c);
      else if (c == ' ') name.append(' ');
      else name.append("\\%03d".formatted(c));
    }
  }

  DnsMessage.Resource resource(int section) {
    var name = name();
    int type = u16();
    int kind = u16() & 0x7fff;
    long timeToLive = u32();
    int length = u16();
    need(length, "a record");
    int next = at + length;
    var data = data(type, length);
    at = next;
    return new DnsMessage.Resource(section, name, type, kind, timeToLive, data);
  }

  private ResourceData data(int type, int length) {
    return switch (type) {
      case 1 -> length == 4 ? new ResourceData.Address(v4()) : new ResourceData.Other(length);
      case 28 -> length == 16 ? new ResourceData.Address(v6()) : new ResourceData.Other(length);
      case 2, 5, 12, 39 -> new ResourceData.Name(name());
      case 15 -> exchange(length);
      case 6 -> new ResourceData.Authority(name(), name());
      case 16 -> new ResourceData.Texts(texts(length));
      case 33 -> service(length);
      case 64, 65 -> binding(length);
      default -> new ResourceData.Other(length);
    };
  }

  private IpAddress v4() {
    return new IpAddress(false, 0, u32());
  }

  private IpAddress v6() {
    return new IpAddress(true, i64(), i64());
  }

  private ResourceData exchange(int length) {
    if (length < 3) return new ResourceData.Other(length);
    u16();
    return new ResourceData.Name(name());
  }

  private ResourceData service(int length) {
    if (length < 7) return new ResourceData.Other(length);
    return new ResourceData.Service(u16(), u16(), u16(), name());
  }

  private List<String> texts(int length) {
    int last = at + length;
    var texts = new ArrayList<String>();
    while (at < last) {
      int size = Math.min(u8(), last - at);
      texts.add(new String(bytes, at, size, StandardCharsets.ISO_8859_1));
      at += size;
    }
    return texts;
  }

  /// Priority (2), target, then parameters: key (2), length (2), value.
  private ResourceData binding(int length) {
    if (length < 3) return new ResourceData.Other(length);
    int last = at + length;
    int priority = u16();
    var target = name();
    var protocols = new ArrayList<String>();
    var hints = new ArrayList<IpAddress>();
    Optional<Integer> port = Optional.empty();
    boolean hasEncryptedHello = false;
    while (at + 4 <= last) {
      int key = u16();
      int next = u16() + at;
      if (next > last) throw malformed("a parameter runs beyond its record");
      switch (key) {
        case 1 -> protocols(protocols, next);
        case 3 -> port = next - at == 2 ? Optional.of(u16()) : Optional.empty();
        case 4 -> {
          while (at + 4 <= next) hints.add(v4());
        }
        case 5 -> hasEncryptedHello = next > at;
        case 6 -> {
          while (at + 16 <= next) hints.add(v6());
        }
        default -> {}
      }
      at = next;
    }
    return new ResourceData.Binding(priority, target, protocols, port, hints, hasEncryptedHello);
  }

  private void protocols(List<String> protocols, int last) {
    while (at < last) {
      int size = Math.min(u8(), last - at);
      protocols.add(new String(bytes, at, size, StandardCharsets.ISO_8859_1));
      at += size;
    }
  }
}
