package org.testigo.detections.fingerprints;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.testigo.detections.recog.RecogReader;
import org.testigo.model.MalformedException;
import org.testigo.model.Text;

/// Finds the files of rules and reads them.
final class RuleFiles {
  private static final int MAX_DEPTH = 8;
  private static final long MAX_BYTES = 16 << 20;

  private final Loaded loaded = new Loaded();

  private RuleFiles() {}

  static Loaded withBundled(List<Path> own) {
    var files = new RuleFiles();
    BundledFiles.in("rules").forEach((name, content) -> files.read(content, name, name));
    own.forEach(files::add);
    return files.loaded;
  }

  static Loaded alone(List<Path> own) {
    var files = new RuleFiles();
    own.forEach(files::add);
    return files.loaded;
  }

  private void add(Path path) {
    try (Stream<Path> below = Files.walk(path, MAX_DEPTH)) {
      List<Path> all = below.filter(Files::isRegularFile).sorted().toList();
      boolean isOneFile = all.equals(List.of(path));
      for (Path file : all) addFile(file, isOneFile);
    } catch (IOException | java.io.UncheckedIOException e) {
      refuse(path.toString(), "unreadable", e.toString());
    }
  }

  private void addFile(Path file, boolean wasNamed) throws IOException {
    String name = String.valueOf(file.getFileName());
    if (!isRule(name) && !wasNamed) {
      loaded.passOver(file.toString());
    } else if (Files.size(file) > MAX_BYTES) {
      refuse(file.toString(), "too-large", Files.size(file), MAX_BYTES);
    } else {
      read(Files.readAllBytes(file), name, file.toString());
    }
  }

  private static boolean isRule(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".xml");
  }

  private void read(byte[] content, String name, String handedInAs) {
    try {
      if (name.toLowerCase(Locale.ROOT).endsWith(".xml")) readRecog(content, name, handedInAs);
      else RuleReader.read(content, name, loaded);
    } catch (RefusedRuleException e) {
      loaded.refuse(new Refused(handedInAs, "", e.why()));
    } catch (MalformedException e) {
      refuse(handedInAs, "not-recog", e.detail());
    }
  }

  private void readRecog(byte[] content, String name, String handedInAs) {
    String stem = name.substring(0, name.lastIndexOf('.'));
    var database =
        RecogReader.read(
            content,
            stem,
            (rule, why) ->
                loaded.refuse(
                    new Refused(
                        handedInAs, rule, Text.of(FingerprintSet.class, "recog-refused", why))));
    loaded.addRecog(RecogRules.of(database, name));
  }

  private void refuse(String file, String key, Object... arguments) {
    loaded.refuse(new Refused(file, "", Text.of(FingerprintSet.class, key, arguments)));
  }
}
