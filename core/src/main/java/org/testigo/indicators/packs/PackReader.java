package org.testigo.indicators.packs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import org.testigo.indicators.Indicator;
import org.testigo.indicators.PackReport;
import org.testigo.indicators.PackReport.Refusal;
import org.testigo.model.Text;

/// Reads files with the first format that recognises them. A file ends loaded or refused, always
/// with a report.
public final class PackReader {
  private static final int CHUNK_BYTES = 1 << 16;

  private final List<PackFormat> formats =
      ServiceLoader.load(PackFormat.class, PackFormat.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .sorted(Comparator.comparingInt(PackFormat::order).thenComparing(PackFormat::name))
          .toList();

  /// What a file gave; nothing but the report where it was refused.
  ///
  /// @param patterns what is more than values to look for
  public record Read(
      PackReport report, List<Indicator> indicators, List<PatternIndicator> patterns) {
    public Read {
      indicators = List.copyOf(indicators);
      patterns = List.copyOf(patterns);
    }
  }

  /// Reads a file; its digest is worked out beside, as both take their time on a large one.
  ///
  /// @throws UncheckedIOException where it cannot be read
  public Read read(PackFile file) {
    var sha256 = CompletableFuture.supplyAsync(() -> sha256(file));
    try {
      var sink = new PackSink();
      format(file).read(file, sink);
      return loaded(file, sha256.join(), sink);
    } catch (PackRefusedException refusal) {
      return refused(file.name(), sha256.join(), refusal.why(), refusal.isBeside());
    }
  }

  /// The report of a file that could not be taken at all.
  public static Read refused(String name, String sha256, Text why) {
    return refused(name, sha256, why, false);
  }

  private static Read refused(String name, String sha256, Text why, boolean beside) {
    var refusal = List.of(new Refusal("", why));
    return new Read(
        new PackReport(name, sha256, 0, false, beside, List.of(), refusal), List.of(), List.of());
  }

  private PackFormat format(PackFile file) {
    if (file.sizeBytes() == 0)
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
        new PackReport(file.name(), sha256, count, count > 0, false, types, refused),
        sink.indicators(),
        sink.patterns());
  }

  private static String sha256(PackFile file) {
    try (InputStream in = file.open()) {
      var digest = MessageDigest.getInstance("SHA-256");
      var chunk = new byte[CHUNK_BYTES];
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) digest.update(chunk, 0, n);
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
