package org.testigo.scans;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.testigo.model.scan.Subject;

/// Every scan format that announces itself.
public final class ScanFormats {
  private ScanFormats() {}

  /// In the order of their ids.
  public static List<ScanFormat> all() {
    return ServiceLoader.load(ScanFormat.class, ScanFormats.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(format -> format.spec().id()))
        .toList();
  }

  /// The reference page: a section for each format, in Markdown.
  public static String markdown() {
    return all().stream().map(ScanFormats::section).collect(Collectors.joining("\n"));
  }

  private static String section(ScanFormat format) {
    var spec = format.spec();
    var text = new StringBuilder("## %s — %s\n".formatted(spec.id(), spec.title()));
    text.append("- read: %s\n".formatted(manner(format)));
    for (Subject subject : Subject.values()) carried(spec, subject, text);
    text.append("- when: %s\n".formatted(turn(spec.order())));
    for (String reference : spec.references())
      text.append("- known from: ").append(reference).append('\n');
    return text.toString();
  }

  private static String manner(ScanFormat format) {
    return switch (format) {
      case LineFormat _ -> "line by line";
      case FileFormat _ -> "as a whole";
    };
  }

  private static String turn(ScanFormat.Order order) {
    return switch (order) {
      case SHOWS -> "first";
      case JOINS -> "second, for where that was which the first showed";
      case TELLS_MORE -> "last, for more of the addresses that were shown";
    };
  }

  private static void carried(ScanFormat.Spec spec, Subject subject, StringBuilder text) {
    var spellings =
        spec.carries().stream()
            .filter(carriage -> carriage.subject() == subject)
            .map(carriage -> spelled(carriage.spelling()))
            .collect(Collectors.joining(", "));
    if (spellings.isEmpty()) return;
    text.append("- %s: %s\n".formatted(subject.name().toLowerCase(Locale.ROOT), spellings));
  }

  private static String spelled(Carriage.Spelling spelling) {
    return switch (spelling) {
      case RAW -> "as it is";
      case JSON_TEXT -> "JSON text";
      case BASE64 -> "base64";
      case PEM -> "PEM";
      case HEX -> "hexadecimal digits";
      case QUOTED_PRINTABLE -> "`=0d=0a`";
      case APART -> "in parts or by name";
    };
  }
}
