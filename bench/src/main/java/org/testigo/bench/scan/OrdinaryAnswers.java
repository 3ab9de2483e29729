package org.testigo.bench.scan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Random;

/// Answers of ordinary web servers: pages of 0.2 to 30 KB, short ones more often, behind headers
/// that differ as those of the Internet do. They compress about as well as real pages.
final class OrdinaryAnswers {
  private static final int POOL = 3_000;
  private static final int MIN_BODY = 200;
  private static final int MAX_BODY = 30_000;

  private static final List<String> SERVERS =
      List.of(
          "Apache",
          "Apache/2.2.22 (Debian)",
          "Apache/2.4.4 (Unix) OpenSSL/1.0.1e",
          "nginx",
          "nginx/1.4.6 (Ubuntu)",
          "Microsoft-IIS/7.5",
          "lighttpd/1.4.28",
          "GoAhead-Webs",
          "micro_httpd",
          "cloudflare");
  private static final List<String> STATUSES =
      List.of(
          "200 OK",
          "200 OK",
          "200 OK",
          "200 OK",
          "301 Moved Permanently",
          "302 Found",
          "401 Unauthorized",
          "403 Forbidden",
          "404 Not Found",
          "400 Bad Request",
          "500 Internal Server Error");
  private static final List<String> TAGS =
      List.of("div class=\"row\"", "p", "a href=\"/pagina\"", "li", "span", "td", "h2", "br/");
  private static final String LETTERS =
      "eeeeaaaaoooossssrrrrnnniiilllddddtttuuucccmmmppbbgvyqhfzjxkw";

  private final Random random;
  private final String[] words = new String[4_000];
  private final String[] bodies = new String[POOL];

  OrdinaryAnswers(long seed) {
    random = new Random(seed);
    for (int i = 0; i < words.length; i++) words[i] = word();
    for (int i = 0; i < bodies.length; i++) bodies[i] = body();
  }

  private String word() {
    var word = new StringBuilder();
    int length = 2 + random.nextInt(9);
    while (word.length() < length) word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    return word.toString();
  }

  private String body() {
    // Squared, so that short pages are more frequent.
    double share = random.nextDouble();
    int length = MIN_BODY + (int) ((MAX_BODY - MIN_BODY) * share * share);
    var body = new StringBuilder("<!DOCTYPE html>\n<html><head><title>").append(words[0]);
    body.append(
        "</title>\r\n<meta http-equiv=\"Content-Type\" content=\"text/html\"></head><body>\n");
    while (body.length() < length) {
      if (random.nextInt(8) == 0) body.append('<').append(pick(TAGS)).append(">\n");
      else if (random.nextInt(60) == 0) body.append(Long.toHexString(random.nextLong()));
      else body.append(words[random.nextInt(words.length)]).append(' ');
    }
    return body.append("</body></html>\n").toString();
  }

  private String pick(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  /// The next answer.
  byte[] next() {
    String body = bodies[random.nextInt(bodies.length)];
    var head = new StringBuilder("HTTP/1.").append(random.nextInt(12) == 0 ? '0' : '1');
    head.append(' ').append(pick(STATUSES)).append("\r\n");
    head.append(
        "Date: Mon, 10 Mar 2014 %02d:%02d:%02d GMT\r\n"
            .formatted(random.nextInt(24), random.nextInt(60), random.nextInt(60)));
    head.append("Server: ").append(pick(SERVERS)).append("\r\n");
    if (random.nextBoolean())
      head.append("Set-Cookie: id=").append(Long.toHexString(random.nextLong())).append("\r\n");
    if (random.nextInt(3) == 0) head.append("Vary: Accept-Encoding\r\n");
    head.append("Content-Length: ").append(body.length()).append("\r\n");
    head.append(random.nextBoolean() ? "Connection: close\r\n" : "");
    head.append("Content-Type: text/html").append(pick(List.of("", "; charset=UTF-8")));
    return head.append("\r\n\r\n").append(body).toString().getBytes(ISO_8859_1);
  }

  /// An address from the ranges for documentation.
  String address() {
    return pick(List.of("192.0.2.", "198.51.100.", "203.0.113.")) + random.nextInt(256);
  }
}
