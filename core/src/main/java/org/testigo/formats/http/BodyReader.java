package org.testigo.formats.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.Extent;
import org.testigo.model.scan.HttpAnswer;

/// Reads what follows the head. A body in chunks (RFC 9112, section 7.1) is joined; where the
/// chunks are cut or broken, what was joined until there is kept, and a body whose first chunk is
/// broken stays as it is.
final class BodyReader {
  /// Eight hexadecimal digits hold every size that an array can have.
  private static final int MAX_SIZE_DIGITS = 8;

  private final Bytes raw;
  private final byte[] bytes;
  private final int start;
  private int at;

  BodyReader(Bytes raw, int start) {
    this.raw = raw;
    this.bytes = raw.array();
    this.start = start;
    this.at = start;
  }

  HttpAnswer.Body read(List<HttpAnswer.Field> fields) {
    var asItIs = new HttpAnswer.Body(raw, Extent.between(start, bytes.length), List.of());
    if (!isChunked(fields)) return asItIs;
    var chunks = chunks();
    if (!chunks.isEmpty()) return joined(chunks);
    boolean isEmptyInChunks = at > start;
    return isEmptyInChunks ? new HttpAnswer.Body(raw, new Extent(at, 0), List.of()) : asItIs;
  }

  private boolean isChunked(List<HttpAnswer.Field> fields) {
    for (HttpAnswer.Field field : fields)
      if (field.name().equalsIgnoreCase("Transfer-Encoding") && saysChunked(field.value()))
        return true;
    return false;
  }

  private boolean saysChunked(Extent value) {
    return new String(bytes, value.offsetBytes(), value.lengthBytes(), ISO_8859_1)
        .toLowerCase(Locale.ROOT)
        .contains("chunked");
  }

  private List<Extent> chunks() {
    var chunks = new ArrayList<Extent>();
    while (at < bytes.length) {
      long size = size();
      if (size <= 0) break;
      int length = (int) Math.min(size, bytes.length - at);
      if (length > 0) chunks.add(new Extent(at, length));
      at += length;
      skipLineEnd();
    }
    return chunks;
  }

  /// The size of the next chunk, behind whose line `at` then stands; 0 for the last one, -1 where
  /// the line gives none.
  private long size() {
    long size = 0;
    int end = at;
    while (end < bytes.length
        && Character.digit(bytes[end], 16) >= 0
        && end - at < MAX_SIZE_DIGITS) {
      size = size << 4 | Character.digit(bytes[end++], 16);
    }
    boolean sizeEnds = end < bytes.length && " \t;\r\n".indexOf(bytes[end]) >= 0;
    if (end == at || !sizeEnds) return -1;
    while (end < bytes.length && bytes[end] != '\n') end++;
    at = Math.min(end + 1, bytes.length);
    return size;
  }

  private void skipLineEnd() {
    if (at < bytes.length && bytes[at] == '\r') at++;
    if (at < bytes.length && bytes[at] == '\n') at++;
  }

  private HttpAnswer.Body joined(List<Extent> chunks) {
    int length = chunks.stream().mapToInt(Extent::lengthBytes).sum();
    byte[] content = new byte[length];
    int to = 0;
    for (Extent chunk : chunks) {
      System.arraycopy(bytes, chunk.offsetBytes(), content, to, chunk.lengthBytes());
      to += chunk.lengthBytes();
    }
    return new HttpAnswer.Body(new Bytes(content), new Extent(0, length), chunks);
  }
}
