package org.testigo.samples.scans;

import java.nio.charset.StandardCharsets;

/// Answers to HTTP requests: those of the published shapes, those that look alike, and ordinary
/// ones.
final class Answers {
  private Answers() {}

  /// FinFisher of the first generation: no space behind the second colon.
  static String greeting() {
    return "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=UTF-8\r\n"
        + "Content-Length:12\r\n\r\nHallo Steffi";
  }

  /// FinFisher of the second generation: a date in UTC.
  static String copyOfApache() {
    return "HTTP/1.1 404 Not Found\r\nDate: Tue, 12 Mar 2013 08:15:30 UTC\r\nServer: Apache\r\n"
        + "Vary: Accept-Encoding\r\nContent-Length: 204\r\n"
        + "Content-Type: text/html; charset=iso-8859-1\r\n\r\n"
        + "<!DOCTYPE HTML PUBLIC \"-//IETF//DTD HTML 2.0//EN\">\n<html><head>\n";
  }

  /// FinFisher of the third generation: nothing but a type.
  static String nothing() {
    return "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=UTF-8\r\n\r\n";
  }

  /// FinFisher of the fourth generation: the server before the date.
  static String serverFirst() {
    return "HTTP/1.1 200 OK\r\nServer: Apache\r\nDate: Mon, 22 Apr 2013 10:00:00 GMT\r\n"
        + "Content-Type: text/html; charset=iso-8859-1\r\nContent-Length: 140\r\n\r\n"
        + "<html><body><h1>It works!</h1></body></html>";
  }

  /// RCS: a status without its space, before a refresh to a decoy.
  static String misspelt(String decoy) {
    return "HTTP/1.1 404 NotFound\r\nConnection: close\r\nContent-Type: text/html\r\n"
        + withLength("Content-length", refresh(decoy));
  }

  /// RCS: nothing but a refresh to a decoy.
  static String refreshAlone(String decoy) {
    return "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: text/html\r\n"
        + withLength("Content-length", refresh(decoy));
  }

  /// RCS: the error page of an Apache behind a header that Apache would not write.
  static String footer(String host) {
    var page =
        "<!DOCTYPE HTML PUBLIC \"-//IETF//DTD HTML 2.0//EN\"><html><head><title>404 Not"
            + " Found</title></head><body><h1>Not Found</h1><hr><address>Apache/2.4.1 (Unix)"
            + " OpenSSL/1.0.0g Server at "
            + host
            + " Port 80</address></body></html>";
    return "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: text/html\r\n"
        + withLength("Content-length", page);
  }

  private static String refresh(String decoy) {
    return "<html> <head><meta http-equiv=\"refresh\" content=\"0;url="
        + decoy
        + "\"></head> </html>";
  }

  private static String withLength(String field, String body) {
    int length = body.getBytes(StandardCharsets.ISO_8859_1).length;
    return field + ": " + length + "\r\n\r\n" + body;
  }

  /// An ordinary web server.
  static String ordinary(String server, String title) {
    var page =
        "<!DOCTYPE html>\n<html lang=\"es\"><head><title>"
            + title
            + "</title></head><body><h1>"
            + title
            + "</h1><p>Bienvenidos.</p></body></html>\n";
    return "HTTP/1.1 200 OK\r\nDate: Mon, 10 Mar 2014 12:00:00 GMT\r\nServer: "
        + server
        + "\r\nContent-Type: text/html\r\n"
        + withLength("Content-Length", page);
  }

  /// A status written as it should be, in the order of RCS.
  static String wellSpelt() {
    return "HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Type: text/html\r\n"
        + withLength("Content-length", "gone");
  }

  /// A misspelt status in another order.
  static String misspeltByOthers() {
    return "HTTP/1.1 404 NotFound\r\nContent-Type: text/html\r\nConnection: close\r\n"
        + withLength("Content-length", "gone");
  }

  /// An article that quotes the greeting.
  static String quoting() {
    return "HTTP/1.1 200 OK\r\nServer: nginx\r\nContent-Type: text/plain\r\n"
        + withLength("Content-Length", "El servidor respondía «Hallo Steffi» a todo.");
  }

  /// A router that refreshes to its own page.
  static String router() {
    return "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: text/html\r\n"
        + withLength("Content-length", refresh("/login.html"));
  }
}
