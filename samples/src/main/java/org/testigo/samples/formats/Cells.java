package org.testigo.samples.formats;

import java.io.IOException;
import java.util.Arrays;

/// The cells of b-tree pages, with what does not fit moved to overflow pages. See
/// <https://sqlite.org/fileformat2.html#b_tree_pages>.
final class Cells {
  private static final int USABLE_BYTES = PageFile.PAGE_BYTES;
  private static final int TABLE_LEAF_MOST = USABLE_BYTES - 35;
  private static final int INDEX_MOST = (USABLE_BYTES - 12) * 64 / 255 - 23;
  private static final int LEAST = (USABLE_BYTES - 12) * 32 / 255 - 23;

  private Cells() {}

  static byte[] tableLeaf(PageFile file, long rowid, byte[] payload) throws IOException {
    var head = new Bytes().varint(payload.length).varint(rowid);
    return withPayload(file, head, payload, TABLE_LEAF_MOST);
  }

  static byte[] tableInterior(int child, long largestRowid) {
    return new Bytes().bigEndian(child, 4).varint(largestRowid).toArray();
  }

  static byte[] index(PageFile file, byte[] payload) throws IOException {
    return withPayload(file, new Bytes().varint(payload.length), payload, INDEX_MOST);
  }

  /// The cell of an index on an interior page: the child whose keys are smaller goes before it.
  static byte[] indexInterior(int child, byte[] cell) {
    return new Bytes().bigEndian(child, 4).bytes(cell).toArray();
  }

  private static byte[] withPayload(PageFile file, Bytes head, byte[] payload, int most)
      throws IOException {
    if (payload.length <= most) return head.bytes(payload).toArray();
    int local = LEAST + (payload.length - LEAST) % (USABLE_BYTES - 4);
    if (local > most) local = LEAST;
    int chain = file.appendChain(payload, local);
    return head.bytes(Arrays.copyOf(payload, local)).bigEndian(chain, 4).toArray();
  }
}
