package org.testigo.reports.atlas.page;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.testigo.infrastructure.Atlas;
import org.testigo.model.IpAddress;
import org.testigo.reports.Words;
import org.testigo.reports.html.Document;
import org.testigo.reports.html.Html;

/// Writes `atlas.html`.
public final class AtlasPage {
  private static final List<String> PARTS =
      List.of("found", "world", "clusters", "countries", "reports", "record");

  private AtlasPage() {}

  /// What the page says of how the atlas was made.
  ///
  /// @param inputs in the order of reading
  /// @param fingerprints rules that were asked
  /// @param gaps what could not be read, each in one sentence
  public record Making(
      String toolVersion, List<Input> inputs, int fingerprints, List<String> gaps) {
    public Making {
      inputs = List.copyOf(inputs);
      gaps = List.copyOf(gaps);
    }
  }

  /// A file of scan data.
  public record Input(String name, String format, long read, long decoded, long refused) {}

  /// @param shown how an address is written: whole, or without its end where it is hidden
  public static void write(
      Atlas atlas,
      Making making,
      Words words,
      Function<IpAddress, String> shown,
      OutputStream out) {
    try (out) {
      out.write(page(atlas, making, words, shown).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String page(
      Atlas atlas, Making making, Words words, Function<IpAddress, String> shown) {
    var html = new Html();
    var sheet = Sheet.of(atlas, words, html, shown);
    var document =
        new Document(
            words.locale(),
            sheet.say("title"),
            List.of("base.css", "maps.css", "atlas.css"),
            List.of("tables.js", "timeline.js"));
    document.begin(html);
    header(sheet);
    html.open("main");
    new FoundPart(sheet, making).write();
    new WorldPart(sheet).write();
    new ClustersPart(sheet).write();
    new CountriesPart(sheet).write();
    new ReportsPart(sheet).write();
    new RecordPart(sheet, making).write();
    html.close();
    html.element("footer", sheet.say("footer", making.toolVersion()));
    return document.end(html);
  }

  private static void header(Sheet sheet) {
    var html = sheet.html();
    html.open("header").element("span", "Testigo", "class", "brand");
    html.element("span", sheet.say("whose", Sheet.days(sheet.atlas().seen())), "class", "whose");
    html.open("nav", "aria-label", sheet.say("parts")).open("ol");
    for (String part : PARTS)
      html.open("li").element("a", sheet.say("part." + part), "href", "#" + part).close();
    html.close().close().close();
  }
}
