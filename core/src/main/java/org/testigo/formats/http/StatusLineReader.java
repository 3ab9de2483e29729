package org.testigo.formats.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.testigo.model.scan.Extent;
import org.testigo.model.scan.HttpAnswer.StatusLine;

/// Reads `HTTP/1.1 404 Not Found` as far as it follows that form.
final class StatusLineReader {
  /// Three digits.
  private static final int STATUS_BYTES = 3;

  private StatusLineReader() {}

  /// @param end of the first line, without its line end
  static StatusLine read(byte[] bytes, int end) {
    var line = new Extent(0, end);
    if (end < 4 || bytes[0] != 'H' || bytes[1] != 'T') return new StatusLine(line, "", 0, "");
    int versionEnd = 0;
    while (versionEnd < end && bytes[versionEnd] != ' ') versionEnd++;
    int at = versionEnd;
    while (at < end && bytes[at] == ' ') at++;
    int status = status(bytes, at, end);
    if (status > 0) at += STATUS_BYTES;
    if (status > 0 && at < end && bytes[at] == ' ') at++;
    return new StatusLine(line, text(bytes, 0, versionEnd), status, text(bytes, at, end));
  }

  private static int status(byte[] bytes, int at, int end) {
    if (at + STATUS_BYTES > end) return 0;
    int status = 0;
    for (int i = at; i < at + STATUS_BYTES; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') return 0;
      status = status * 10 + bytes[i] - '0';
    }
    return status;
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, ISO_8859_1);
  }
}
