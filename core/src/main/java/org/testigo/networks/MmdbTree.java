package org.testigo.networks;

import org.testigo.model.MalformedException;

/// The tree of address bits of an MMDB file. A node is two records of 24, 28 or 32 bits, for the
/// bit 0 and the bit 1; a record below the number of nodes is a node, that number says "nothing",
/// and what is above it by 16 or more is an offset in the values.
final class MmdbTree {
  private static final int SEPARATOR = 16;
  private static final int V4_PARENT_BITS = 96;

  /// How often a published tree is walked at most: once, and the few places that repeat others.
  private static final long VISITS_PER_NODE = 4;

  private final byte[] file;
  private final int nodes;
  private final int recordBits;
  private final boolean isV6;
  private final int dataBytes;
  private final int startOfV4;
  private long visitsLeft;

  /// Takes a range with a value: its first address, how many bits it fixes (of 32 or 128), and the
  /// offset of the value.
  interface RangeSink {
    void range(boolean v6, long high, long low, int bits, int offset);
  }

  /// @param end where the metadata begin
  MmdbTree(byte[] file, int end, long nodes, long recordBits, long ipVersion) {
    if (recordBits != 24 && recordBits != 28 && recordBits != 32)
      throw new MalformedException(end, "record_size " + recordBits + ", expected 24, 28 or 32");
    if (ipVersion != 4 && ipVersion != 6)
      throw new MalformedException(end, "ip_version " + ipVersion + ", expected 4 or 6");
    if (nodes < 1 || nodes > (end - SEPARATOR) / (recordBits / 4))
      throw new MalformedException(
          end, "node_count %d, the file has %d bytes before".formatted(nodes, end));
    this.file = file;
    this.nodes = (int) nodes;
    this.recordBits = (int) recordBits;
    this.isV6 = ipVersion == 6;
    this.dataBytes = end - sizeBytes() - SEPARATOR;
    this.startOfV4 = isV6 ? startOfV4() : 0;
    this.visitsLeft = VISITS_PER_NODE * nodes + 1024;
  }

  int sizeBytes() {
    return nodes * (recordBits / 4);
  }

  /// The record that 96 zero bits lead to.
  private int startOfV4() {
    int record = 0;
    for (int i = 0; i < V4_PARENT_BITS && record < nodes; i++) record = record(record, 0);
    return record;
  }

  /// Gives every range that has a value, IPv4 first, ascending.
  void walk(RangeSink sink) {
    new Walk(false, sink).visit(startOfV4, 0, 0, 0);
    if (isV6) new Walk(true, sink).visit(0, 0, 0, 0);
  }

  private final class Walk {
    private final boolean v6;
    private final RangeSink sink;

    Walk(boolean v6, RangeSink sink) {
      this.v6 = v6;
      this.sink = sink;
    }

    private void visit(int record, long high, long low, int bits) {
      if (v6 && record == startOfV4 && record < nodes && bits > 0) return;
      if (record >= nodes) {
        leaf(record, high, low, bits);
        return;
      }
      if (visitsLeft-- <= 0)
        throw new MalformedException(
            nodeOffset(record), "the tree leads through the same nodes again and again");
      if (bits == (v6 ? 128 : 32))
        throw new MalformedException(nodeOffset(record), "a node below the last bit of an address");
      visit(record(record, 0), high, low, bits + 1);
      int place = v6 ? bits : bits + 96;
      if (place < 64) visit(record(record, 1), high | 1L << 63 - place, low, bits + 1);
      else visit(record(record, 1), high, low | 1L << 127 - place, bits + 1);
    }

    private void leaf(int record, long high, long low, int bits) {
      if (record == nodes) return;
      int offset = record - nodes - SEPARATOR;
      if (offset < 0 || offset >= dataBytes)
        throw new MalformedException(
            -1, "record %d, values end at %d".formatted(record, nodes + SEPARATOR + dataBytes));
      sink.range(v6, high, low, bits, offset);
    }
  }

  private int nodeOffset(int node) {
    return node * (recordBits / 4);
  }

  /// A record as an unsigned number; one of 32 bits that is no int lies beyond any file.
  private int record(int node, int bit) {
    int at = nodeOffset(node);
    return switch (recordBits) {
      case 24 -> bigEndian(at + 3 * bit, 3);
      case 28 -> {
        int middle = file[at + 3] & 0xff;
        int above = bit == 0 ? middle >>> 4 : middle & 0xf;
        yield above << 24 | bigEndian(at + 4 * bit, 3);
      }
      default -> {
        int record = bigEndian(at + 4 * bit, 4);
        if (record < 0)
          throw new MalformedException(at, "record " + Integer.toUnsignedString(record));
        yield record;
      }
    };
  }

  private int bigEndian(int at, int count) {
    int value = 0;
    for (int i = 0; i < count; i++) value = value << 8 | file[at + i] & 0xff;
    return value;
  }
}
