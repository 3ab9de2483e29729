package org.testigo.cluster;

import org.apache.spark.Partitioner;

/// Sends certificates of the same bytes to the same machine.
final class Meeting extends Partitioner {
  private static final long serialVersionUID = 1;

  private final int partitions;

  Meeting(int partitions) {
    this.partitions = partitions;
  }

  @Override
  public int numPartitions() {
    return partitions;
  }

  @Override
  public int getPartition(Object key) {
    return Math.floorMod(((Outcome.Key) key).meeting(), partitions);
  }
}
