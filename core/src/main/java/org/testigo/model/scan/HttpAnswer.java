package org.testigo.model.scan;

import java.util.List;

/// An answer of HTTP/1 as it came over the wire, with the place of each part in it. Texts hold one
/// character per byte (ISO 8859-1), so nothing of the wire is lost.
///
/// @param raw the whole answer
/// @param fields the header in the order of the wire; a name that occurs twice stands there twice
/// @param head the status line and the header fields, with the empty line that ends them where
///   there is one
/// @param headEnded whether that empty line was met: without it the answer was cut, or is no HTTP
public record HttpAnswer(
    Bytes raw,
    StatusLine statusLine,
    List<Field> fields,
    Extent head,
    boolean headEnded,
    Body body) {
  public HttpAnswer {
    fields = List.copyOf(fields);
  }

  /// The first line.
  ///
  /// @param line without its line end; of no length where the answer begins with an empty line
  /// @param version such as `HTTP/1.1`; empty where the line does not begin with `HTTP`
  /// @param status the three digits; 0 where there are none
  /// @param reason all that follows the status and one space, such as `Not Found`
  public record StatusLine(Extent line, String version, int status, String reason) {}

  /// A line of the header.
  ///
  /// @param name exactly as it was spelt, up to the colon; the whole line where it has no colon
  /// @param line from the first byte of the name to behind the line end
  /// @param value behind the colon, without the spaces and tabs around it
  public record Field(String name, Extent line, Extent value) {}

  /// What follows the head.
  ///
  /// @param bytes where the content stands: the answer itself, or the joined chunks
  /// @param content the stretch of `bytes` that is the content
  /// @param chunks the stretches of the answer that were joined; empty where the content stands in
  ///   the answer as it is
  public record Body(Bytes bytes, Extent content, List<Extent> chunks) {
    public Body {
      chunks = List.copyOf(chunks);
    }

    /// Where a byte of the content stands in the answer.
    ///
    /// @param offsetBytes from the start of `bytes`
    public int offsetInAnswer(int offsetBytes) {
      int left = offsetBytes;
      for (Extent chunk : chunks) {
        if (left < chunk.lengthBytes()) return chunk.offsetBytes() + left;
        left -= chunk.lengthBytes();
      }
      return chunks.isEmpty() ? offsetBytes : chunks.getLast().endBytes() + left;
    }
  }

  /// The bytes of a stretch of the answer as text.
  public String text(Extent extent) {
    var text = new char[extent.lengthBytes()];
    for (int i = 0; i < text.length; i++)
      text[i] = (char) (raw.array()[extent.offsetBytes() + i] & 0xff);
    return new String(text);
  }
}
