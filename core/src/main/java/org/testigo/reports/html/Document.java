package org.testigo.reports.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The shell of a page: one file, whole without a script, which loads nothing from outside. Its
/// policy names the digests of its one style and, where it has one, its one script, so that nothing
/// else runs even if a value got through.
///
/// @param title of the window
/// @param styles names of style sheets under `org/testigo/reports`, in order
/// @param scripts names of scripts there, joined to one; a page is whole without them
public record Document(Locale locale, String title, List<String> styles, List<String> scripts) {
  private static final String FOLDER = "/org/testigo/reports/";

  public Document {
    styles = List.copyOf(styles);
    scripts = List.copyOf(scripts);
  }

  /// Opens `html`, writes the head and opens `body`.
  public void begin(Html html) {
    var css = joined(styles);
    html.open("html", "lang", locale.getLanguage());
    html.open("head").empty("meta", "charset", "utf-8");
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy(css));
    html.empty("meta", "name", "referrer", "content", "no-referrer");
    html.element("title", title);
    html.style(css).close();
    html.open("body");
  }

  /// Writes the script, closes `body` and `html` and gives the page.
  public String end(Html html) {
    if (!scripts.isEmpty()) html.script(joined(scripts));
    return html.close().close().toString();
  }

  private String policy(String css) {
    var script =
        scripts.isEmpty() ? "" : " script-src 'sha256-%s';".formatted(digest(joined(scripts)));
    return "default-src 'none'; style-src 'sha256-%s';%s base-uri 'none'; form-action 'none'"
        .formatted(digest(css), script);
  }

  private static String joined(List<String> names) {
    return names.stream().map(Document::asset).collect(Collectors.joining());
  }

  private static String asset(String name) {
    try (var in = Document.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) throw new IllegalStateException(name + " is not in the jar");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(String content) {
    try {
      var sha256 =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(sha256);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
