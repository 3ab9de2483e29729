package org.testigo.detections.fingerprints;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.Extent;
import org.testigo.model.scan.FingerprintHit.Excerpt;

/// The bytes that show why a rule matched, in the order of its conditions.
final class Citations {
  /// More of one place convinces nobody; the offset leads to the rest.
  private static final int MAX_BYTES = 1_024;

  private static final int MAX_EXCERPTS = 64;

  private final String of;
  private final byte[] whole;
  private final List<Excerpt> excerpts = new ArrayList<>();

  /// @param of `answer` or `certificate`
  Citations(String of, Bytes whole) {
    this.of = of;
    this.whole = whole.array();
  }

  void cite(Extent extent) {
    cite(extent.offsetBytes(), extent.endBytes());
  }

  void cite(int from, int to) {
    int end = Math.min(Math.min(to, from + MAX_BYTES), whole.length);
    if (from >= end || excerpts.size() == MAX_EXCERPTS) return;
    var excerpt = new Excerpt(of, from, new Bytes(Arrays.copyOfRange(whole, from, end)));
    if (!excerpts.contains(excerpt)) excerpts.add(excerpt);
  }

  List<Excerpt> excerpts() {
    return excerpts;
  }
}
