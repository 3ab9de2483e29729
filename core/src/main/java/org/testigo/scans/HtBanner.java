package org.testigo.scans;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.testigo.model.scan.Bytes;

/// An answer as `ht.db` keeps it: a quotation mark is written `\"`, a line end (CRLF) as two pairs
/// of `\n`. In the page behind the header two pairs may as well be two line feeds: the MD5 that
/// stands beside the answer decides. With this, every answer that was published gives its MD5.
///
/// @param isProved whether the bytes give the MD5
record HtBanner(Bytes raw, boolean isProved) {
  private static final String LINE_END = "\\n\\n";
  private static final String HEADER_END = LINE_END + LINE_END;

  /// @param md5 lower-case hex
  static HtBanner of(String stored, String md5) {
    String text = stored.replace("\\\"", "\"");
    var allLineEnds = bytes(text.replace(LINE_END, "\r\n").replace("\\n", "\n"));
    if (md5(allLineEnds).equals(md5)) return new HtBanner(allLineEnds, true);
    int end = text.indexOf(HEADER_END);
    int page = end < 0 ? text.length() : end + HEADER_END.length();
    String header = text.substring(0, page).replace(LINE_END, "\r\n");
    var pageOfLineFeeds = bytes(header + text.substring(page).replace("\\n", "\n"));
    boolean isProved = md5(pageOfLineFeeds).equals(md5);
    return new HtBanner(isProved ? pageOfLineFeeds : allLineEnds, isProved);
  }

  private static Bytes bytes(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String md5(Bytes bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes.array()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }
}
