package org.testigo.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.testigo.evidence.Digests;
import org.testigo.formats.bytes.FileSource;

/// One run of the program, with what it printed.
record Session(int exitCode, String out, String err) {

  static Session of(String... arguments) {
    return with(Map.of(), arguments);
  }

  static Session with(Map<String, String> environment, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var console =
        new Console(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            false,
            environment);
    int exitCode = Testigo.run(arguments, console);
    return new Session(exitCode, out.toString(UTF_8), err.toString(UTF_8));
  }

  /// The digest of every file under a folder.
  static Map<String, String> digests(Path folder) throws IOException {
    var digests = new TreeMap<String, String>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        digests.put(folder.relativize(file).toString(), digest(file));
      }
    }
    return digests;
  }

  private static String digest(Path file) {
    try (var source = new FileSource(file)) {
      return Digests.sha256(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file, UTF_8);
  }
}
