package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// A database of two handshakes and three answers, one of them a repeated row.
@AutoService(ScanFixture.class)
public final class HtDbFixture implements ScanFixture {
  static final String LEAF = "0".repeat(31) + "1";
  static final String AUTHORITY = "0".repeat(31) + "2";
  static final String HEADER = "HTTP/1.1 404 NotFound\r\nConnection: close\r\n\r\n";
  static final String PAGE = "<html>\n\n<p class=\"a\">\n</html>";

  /// As the database writes it.
  static final String STORED =
      HEADER.replace("\r\n", "\\n\\n") + PAGE.replace("\n", "\\n").replace("\"", "\\\"");

  private static final List<String> DEFINITIONS =
      List.of(
          "CREATE TABLE ssl_hit(ts DATETIME, ip text, md5 text, num int, src text)",
          "CREATE TABLE banner(md5 TEXT primary key, banner TEXT)",
          "CREATE TABLE http_hit(ts DATETIME, ip text, md5 text, src text)");

  @Override
  public String formatId() {
    return "citizenlab-ht-db";
  }

  @Override
  public List<File> files() {
    return List.of(
        database(
            certificate("2013-09-10 20:50:22", "192.0.2.1", LEAF, 1, "sonar-ssl"),
            certificate("2013-09-10 20:50:22", "192.0.2.1", AUTHORITY, 2, "sonar-ssl"),
            certificate("2012-06-27 21:15:00", "192.0.2.2", LEAF, 1, "443-TCP_SSLSessionReq"),
            banner(md5(HEADER + PAGE), STORED),
            answer("2014-02-07 00:00:00", "192.0.2.3", md5(HEADER + PAGE), "shodan"),
            answer("2014-02-07 00:00:00", "192.0.2.3", md5(HEADER + PAGE), "shodan"),
            answer("2012-05-16 13:18:55", "192.0.2.1", md5(HEADER + PAGE), "critical.io")));
  }

  static String certificate(String time, String address, String md5, int position, String source) {
    return "INSERT INTO ssl_hit VALUES('%s', '%s', '%s', %d, '%s')"
        .formatted(time, address, md5, position, source);
  }

  static String answer(String time, String address, String md5, String source) {
    return "INSERT INTO http_hit VALUES('%s', '%s', '%s', '%s')"
        .formatted(time, address, md5, source);
  }

  static String banner(String md5, String stored) {
    return "INSERT INTO banner VALUES('%s', '%s')".formatted(md5, stored);
  }

  static File database(String... statements) {
    var all = new ArrayList<>(DEFINITIONS);
    all.addAll(List.of(statements));
    return database(all);
  }

  static File database(List<String> statements) {
    try {
      Path path = Files.createTempFile("ht", ".db");
      try (var connection = DriverManager.getConnection("jdbc:sqlite:" + path);
          var statement = connection.createStatement()) {
        for (String each : statements) statement.executeUpdate(each);
      }
      var file = new File("ht.db", Files.readAllBytes(path));
      Files.delete(path);
      return file;
    } catch (SQLException | IOException e) {
      throw e instanceof IOException io
          ? new UncheckedIOException(io)
          : new IllegalStateException(e);
    }
  }

  static String md5(String text) {
    try {
      var digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
