package org.testigo.cluster;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The command line of [TraceJob]. Files and folders of options are of the machine of the driver,
/// but those of `--tables` and `--to-parquet`, which may be in any file system that Hadoop knows,
/// as the inputs are.
final class Arguments {
  private final List<String> inputs = new ArrayList<>();
  private final List<Path> rules = new ArrayList<>();
  private final List<Path> claims = new ArrayList<>();
  private final List<Path> networks = new ArrayList<>();
  private Optional<Path> out = Optional.empty();
  private Optional<String> tables = Optional.empty();
  private Optional<String> toParquet = Optional.empty();
  private Optional<LocalDate> scanDate = Optional.empty();
  private Optional<LocalDate> asOf = Optional.empty();
  private String master = "local[*]";
  private boolean redacts;

  private Arguments() {}

  /// What a command line lacks, in words for the one who wrote it.
  static final class UsageException extends Exception {
    private static final long serialVersionUID = 1;

    UsageException(String what) {
      super(what);
    }
  }

  static Arguments parse(List<String> words) throws UsageException {
    var arguments = new Arguments();
    var left = new ArrayDeque<>(words);
    while (!left.isEmpty()) arguments.take(left.removeFirst(), left);
    if (arguments.inputs.isEmpty()) throw new UsageException("INPUT");
    if (arguments.out.isPresent() == arguments.toParquet.isPresent())
      throw new UsageException("--out | --to-parquet");
    return arguments;
  }

  private void take(String word, Deque<String> left) throws UsageException {
    switch (word) {
      case "--out" -> out = Optional.of(Path.of(value(word, left)));
      case "--tables" -> tables = Optional.of(value(word, left));
      case "--to-parquet" -> toParquet = Optional.of(value(word, left));
      case "--fingerprints" -> rules.add(Path.of(value(word, left)));
      case "--claims" -> claims.add(Path.of(value(word, left)));
      case "--networks" -> networks.add(Path.of(value(word, left)));
      case "--scan-date" -> scanDate = Optional.of(day(word, value(word, left)));
      case "--as-of" -> asOf = Optional.of(day(word, value(word, left)));
      case "--master" -> master = value(word, left);
      case "--redact" -> redacts = true;
      default -> {
        if (word.startsWith("--")) throw new UsageException(word);
        inputs.add(word);
      }
    }
  }

  private static String value(String option, Deque<String> left) throws UsageException {
    if (left.isEmpty()) throw new UsageException(option);
    return left.removeFirst();
  }

  private static LocalDate day(String option, String written) throws UsageException {
    try {
      return LocalDate.parse(written);
    } catch (DateTimeException e) {
      throw new UsageException(option + " " + written);
    }
  }

  List<String> inputs() {
    return inputs;
  }

  /// Files and folders of own rules.
  List<Path> rules() {
    return rules;
  }

  List<Path> claims() {
    return claims;
  }

  /// Tables of networks.
  List<Path> networks() {
    return networks;
  }

  /// The folder for the atlas; empty where the inputs are only written as tables.
  Optional<Path> out() {
    return out;
  }

  /// The folder for what was found as tables.
  Optional<String> tables() {
    return tables;
  }

  /// The folder for the inputs as tables.
  Optional<String> toParquet() {
    return toParquet;
  }

  /// The day on which the data was recorded, for files that do not say.
  Optional<LocalDate> scanDate() {
    return scanDate;
  }

  /// The day for which "active" is said.
  Optional<LocalDate> asOf() {
    return asOf;
  }

  /// Where Spark runs, when it was not started by `spark-submit`.
  String master() {
    return master;
  }

  /// Whether the last octet of active hosts is hidden.
  boolean redacts() {
    return redacts;
  }
}
