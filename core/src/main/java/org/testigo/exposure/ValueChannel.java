package org.testigo.exposure;

/// How an identifier, or what tells one app from another, could be read on the way.
enum ValueChannel {
  /// By devices in the same network only.
  NEAR,
  /// In a web request in the clear.
  HTTP,
  /// In the hello of an encrypted connection, which shows which program speaks.
  HELLO,
  /// In another protocol in the clear.
  OTHER
}
