package org.testigo.cluster;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.testigo.detections.fingerprints.FingerprintSet;
import org.testigo.model.Budget.Allowance;
import org.testigo.model.scan.ScanTime;
import org.testigo.model.scan.ScanTime.Precision;
import org.testigo.scanning.Rules;
import org.testigo.scanning.ScanRequest;
import org.testigo.scans.ScanFormat;
import org.testigo.scans.ScanFormats;

/// What every machine must know to scan as the local command does: the user's own rules travel as
/// files, the bundled ones come with the program.
final class Settings implements Serializable {
  private static final long serialVersionUID = 1;

  private final List<RuleFile> ownRules;
  private final @Nullable Instant at;
  private transient @Nullable ScanRequest request;
  private transient @Nullable FingerprintSet fingerprints;

  /// A file of rules.
  @SuppressWarnings("ArrayRecordComponent") // nobody compares it
  private record RuleFile(String name, byte[] content) implements Serializable {}

  private Settings(List<RuleFile> ownRules, @Nullable Instant at) {
    this.ownRules = ownRules;
    this.at = at;
  }

  /// @param ownRules files or folders of this machine
  /// @param at the day on which the data was recorded, for files that do not say
  static Settings of(List<Path> ownRules, Optional<Instant> at) throws IOException {
    var files = new ArrayList<RuleFile>();
    for (Path own : ownRules) {
      try (Stream<Path> below = Files.walk(own)) {
        for (Path file : below.filter(Files::isRegularFile).sorted().toList())
          files.add(new RuleFile(file.toString(), Files.readAllBytes(file)));
      }
    }
    var settings = new Settings(List.copyOf(files), at.orElse(null));
    settings.fingerprints = FingerprintSet.load(ownRules);
    return settings;
  }

  /// The rules, compiled once in each virtual machine.
  synchronized FingerprintSet fingerprints() {
    if (fingerprints == null) fingerprints = load();
    return fingerprints;
  }

  private FingerprintSet load() {
    if (ownRules.isEmpty()) return FingerprintSet.bundled();
    try {
      var folder = Files.createTempDirectory("testigo-rules");
      try {
        return FingerprintSet.load(unpack(folder));
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> unpack(Path folder) throws IOException {
    var files = new ArrayList<Path>();
    for (int i = 0; i < ownRules.size(); i++) {
      var own = Files.createDirectory(folder.resolve(Integer.toString(i)));
      var name = String.valueOf(Path.of(ownRules.get(i).name()).getFileName());
      files.add(Files.write(own.resolve(name), ownRules.get(i).content()));
    }
    return files;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> below = Files.walk(folder)) {
      for (Path each : below.sorted(java.util.Comparator.reverseOrder()).toList())
        Files.delete(each);
    }
  }

  /// A request without inputs.
  synchronized ScanRequest request() {
    if (request == null) {
      request =
          new ScanRequest(
              List.of(),
              ScanFormats.all(),
              Rules.of(fingerprints()),
              Optional.ofNullable(at).map(day -> new ScanTime(day, Precision.DAY)),
              1,
              Allowance.DEFAULT,
              System::nanoTime);
    }
    return request;
  }

  /// The format of an id.
  ScanFormat format(String id) {
    var table = ParquetFormat.of(id);
    if (table.isPresent()) return table.get();
    return request().formats().stream()
        .filter(format -> format.spec().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no format " + id));
  }
}
