package org.testigo.cluster;

import org.apache.spark.sql.SparkSession;

/// Starts Spark.
///
/// Nothing here asks for the Kryo serializer, which cannot take records; without it no switch of
/// the virtual machine is needed.
public final class Sessions {
  private Sessions() {}

  /// The session that `spark-submit` prepared.
  public static SparkSession submitted() {
    return common(SparkSession.builder()).getOrCreate();
  }

  /// Spark within this virtual machine: no web page, no port but on the loopback address.
  ///
  /// @param master such as `local[2]`
  /// @param tasks into how many tasks what is laid together is split
  public static SparkSession embedded(String master, int tasks) {
    return common(SparkSession.builder())
        .master(master)
        .config("spark.ui.enabled", false)
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", tasks)
        .config("spark.sql.catalogImplementation", "in-memory")
        .getOrCreate();
  }

  private static SparkSession.Builder common(SparkSession.Builder builder) {
    return builder
        .appName("testigo trace")
        .config("spark.serializer", "org.apache.spark.serializer.JavaSerializer")
        .config("spark.sql.session.timeZone", "UTC");
  }
}
