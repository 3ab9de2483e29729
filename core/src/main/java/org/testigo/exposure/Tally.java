package org.testigo.exposure;

/// How many records of each kind.
///
/// @param connections that went over a network
/// @param bytesOut sent by the device, with the headers of the Internet protocol
/// @param visits of pages, from a browser's history
/// @param accounts that the device uses
/// @param apps that are installed
public record Tally(
    long connections, long bytesOut, long bytesIn, long visits, long accounts, long apps) {
  static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);
  static final Tally VISIT = new Tally(0, 0, 0, 1, 0, 0);
  static final Tally ACCOUNT = new Tally(0, 0, 0, 0, 1, 0);
  static final Tally APP = new Tally(0, 0, 0, 0, 0, 1);

  static Tally connection(long bytesOut, long bytesIn) {
    return new Tally(1, bytesOut, bytesIn, 0, 0, 0);
  }

  Tally plus(Tally other) {
    return new Tally(
        connections + other.connections,
        bytesOut + other.bytesOut,
        bytesIn + other.bytesIn,
        visits + other.visits,
        accounts + other.accounts,
        apps + other.apps);
  }

  /// All records together.
  public long records() {
    return connections + visits + accounts + apps;
  }
}
