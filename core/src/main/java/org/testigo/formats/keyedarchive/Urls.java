package org.testigo.formats.keyedarchive;

import java.net.URI;
import java.net.URISyntaxException;

/// Joins an address with its base as RFC 3986 says; nothing is fetched.
final class Urls {
  private Urls() {}

  /// Where one of them is no address by the book, they are put one behind the other, so that
  /// nothing of them is lost.
  static String join(String base, String relative) {
    try {
      return new URI(base).resolve(new URI(relative)).toString();
    } catch (URISyntaxException e) {
      return base + relative;
    }
  }
}
