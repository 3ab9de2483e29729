package org.testigo.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.testigo.scanning.ScanInput;

/// The files that are meant by what was handed in, under names that do not depend on where they lie
/// on this machine: the file's, or the folder's and the path below it. A file that is meant twice
/// is read once.
record TraceInputs(List<ScanInput> inputs, List<String> twice, long sizeBytes) {
  private static final Path STANDARD_INPUT = Path.of("-");

  static boolean isStandardInput(Path path) {
    return path.equals(STANDARD_INPUT);
  }

  static TraceInputs of(List<Path> handedIn, InputStream standardInput) throws IOException {
    Map<Path, String> files = new LinkedHashMap<>();
    var inputs = new ArrayList<ScanInput>();
    var twice = new ArrayList<String>();
    for (Path path : handedIn) {
      if (isStandardInput(path)) inputs.add(new ScanInput.Once("stdin", standardInput));
      else list(path, files, twice);
    }
    long size = 0;
    Map<String, Integer> used = new HashMap<>();
    for (var file : files.entrySet()) {
      size += Files.size(file.getKey());
      int count = used.merge(file.getValue(), 1, Integer::sum);
      String name = count == 1 ? file.getValue() : file.getValue() + " (" + count + ")";
      inputs.add(new ScanInput.File(name, file.getKey()));
    }
    return new TraceInputs(inputs, twice, size);
  }

  private static void list(Path handedIn, Map<Path, String> files, List<String> twice)
      throws IOException {
    var top = handedIn.toAbsolutePath().normalize();
    var last = top.getFileName();
    String name = last == null ? "root" : last.toString();
    if (!Files.isDirectory(top)) {
      add(top, name, files, twice);
      return;
    }
    try (Stream<Path> all = Files.walk(top)) {
      for (Path file : all.filter(TraceInputs::isFile).sorted().toList()) {
        var below =
            top.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        add(file, name + "/" + below, files, twice);
      }
    }
  }

  private static boolean isFile(Path path) {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static void add(Path file, String name, Map<Path, String> files, List<String> twice)
      throws IOException {
    if (files.putIfAbsent(file.toRealPath(), name) != null) twice.add(name);
  }
}
