package org.testigo.formats.archives;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.testigo.model.MalformedException;

/// The pax records in front of a member: each `length blank key=value newline`, the length in
/// decimal digits and of the whole record.
final class PaxRecords {
  private final Map<String, String> values = new HashMap<>();

  static PaxRecords parse(byte[] bytes, long offsetBytes) {
    var records = new PaxRecords();
    int at = 0;
    while (at < bytes.length && bytes[at] != 0) {
      int blank = indexOf(bytes, ' ', at, bytes.length);
      int length = length(bytes, at, blank, offsetBytes);
      int equals = indexOf(bytes, '=', blank, at + length);
      if (equals < 0) throw damaged(offsetBytes + at);
      String key = MemberName.of(Arrays.copyOfRange(bytes, blank + 1, equals));
      String value = MemberName.of(Arrays.copyOfRange(bytes, equals + 1, at + length - 1));
      records.values.put(key, value);
      at += length;
    }
    return records;
  }

  private static int length(byte[] bytes, int at, int blank, long offsetBytes) {
    if (blank < 0 || blank == at || blank - at > 9) throw damaged(offsetBytes + at);
    int length = 0;
    for (int i = at; i < blank; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') throw damaged(offsetBytes + at);
      length = 10 * length + bytes[i] - '0';
    }
    if (length <= blank - at + 1 || length > bytes.length - at) throw damaged(offsetBytes + at);
    return length;
  }

  private static int indexOf(byte[] bytes, char wanted, int from, int to) {
    for (int i = from; i < to; i++) if (bytes[i] == wanted) return i;
    return -1;
  }

  private static MalformedException damaged(long offsetBytes) {
    return new MalformedException(
        offsetBytes, "a pax record that does not follow `length key=value`");
  }

  Optional<String> path() {
    return Optional.ofNullable(values.get("path"));
  }

  /// Of a file that is larger than its header can say.
  Optional<Long> sizeBytes() {
    return Optional.ofNullable(values.get("size"))
        .filter(text -> text.matches("[0-9]{1,18}"))
        .map(Long::valueOf);
  }

  /// Whether the member is a file whose holes are left out.
  boolean isSparse() {
    return values.keySet().stream().anyMatch(key -> key.startsWith("GNU.sparse."));
  }
}
