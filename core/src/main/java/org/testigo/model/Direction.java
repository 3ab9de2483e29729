package org.testigo.model;

/// Which way a message went, seen from the examined device.
public enum Direction {
  INCOMING,
  OUTGOING,
  UNKNOWN
}
