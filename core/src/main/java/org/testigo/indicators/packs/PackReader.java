package org.testigo.indicators.packs;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.testigo.indicators.Indicator;
import org.testigo.indicators.PackReport;
import org.testigo.indicators.PackReport.Refusal;
import org.testigo.model.Text;

/// Reads files with the first format that recognises them. A file ends loaded or refused, always
/// with a report.
public final class PackReader {
  private final List<PackFormat> formats =
      ServiceLoader.load(PackFormat.class, PackFormat.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .sorted(Comparator.comparingInt(PackFormat::order).thenComparing(PackFormat::name))
          .toList();

  /// What a file gave; nothing but the report where it was refused.
  public record Read(PackReport report, List<Indicator> indicators) {
    public Read {
      indicators = List.copyOf(indicators);
    }
  }

  public Read read(PackFile file) {
    String sha256 = sha256(file.content());
    try {
      var sink = new PackSink();
      format(file).read(file, sink);
      return loaded(file, sha256, sink);
    } catch (PackRefusedException refusal) {
      return refused(file.name(), sha256, refusal.why());
    }
  }

  /// The report of a file that could not be taken at all.
  public static Read refused(String name, String sha256, Text why) {
    var refusal = new Refusal("", why);
    return new Read(new PackReport(name, sha256, 0, false, List.of(), List.of(refusal)), List.of());
  }

  private PackFormat format(PackFile file) {
    if (file.content().length == 0)
      throw new PackRefusedException(Text.of(PackFormat.class, "empty-file"));
    Optional<PackFormat> format = formats.stream().filter(f -> f.recognises(file)).findFirst();
    return format.orElseThrow(
        () -> new PackRefusedException(Text.of(PackFormat.class, "not-a-pack")));
  }

  private static Read loaded(PackFile file, String sha256, PackSink sink) {
    var types = sink.types();
    long count = types.stream().mapToLong(PackReport.TypeCount::count).sum();
    var refused = sink.refused();
    if (count == 0) refused.add(new Refusal("", Text.of(PackFormat.class, "nothing-loaded")));
    return new Read(
        new PackReport(file.name(), sha256, count, count > 0, types, refused), sink.indicators());
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
