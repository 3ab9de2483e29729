package org.testigo.samples.formats;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;

/// Writes a property list as XML, as Finder and iTunes do for `Info.plist`. Dates are UTC, whole
/// seconds.
public final class XmlPlist {
  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
      <plist version="1.0">
      """;

  private final StringBuilder out = new StringBuilder(HEAD);

  private XmlPlist() {}

  public static byte[] write(Object root) {
    var plist = new XmlPlist();
    plist.add(root, "");
    plist.out.append("</plist>\n");
    return plist.out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void add(Object value, String indent) {
    switch (value) {
      case Dict dict -> addDict(dict, indent);
      case List<?> list -> addList(list, indent);
      case Boolean flag -> out.append(indent).append(flag ? "<true/>\n" : "<false/>\n");
      case Integer number -> element("integer", number.toString(), indent);
      case Long number -> element("integer", number.toString(), indent);
      case Double number -> element("real", number.toString(), indent);
      case String text -> element("string", text, indent);
      case byte[] data -> element("data", Base64.getEncoder().encodeToString(data), indent);
      case Instant time -> element("date", time.truncatedTo(ChronoUnit.SECONDS).toString(), indent);
      default -> throw new IllegalArgumentException("no property list value: " + value.getClass());
    }
  }

  private void addDict(Dict dict, String indent) {
    out.append(indent).append("<dict>\n");
    for (Dict.Entry entry : dict.entries()) {
      element("key", entry.key(), indent + "\t");
      add(entry.value(), indent + "\t");
    }
    out.append(indent).append("</dict>\n");
  }

  private void addList(List<?> list, String indent) {
    out.append(indent).append("<array>\n");
    list.forEach(value -> add(value, indent + "\t"));
    out.append(indent).append("</array>\n");
  }

  private void element(String name, String text, String indent) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    out.append(indent).append("<%1$s>%2$s</%1$s>\n".formatted(name, escaped));
  }
}
