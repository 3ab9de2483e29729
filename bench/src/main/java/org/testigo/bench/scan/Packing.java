package org.testigo.bench.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A compression that is measured, made by the program of its authors where that is installed.
enum Packing {
  GZIP("gzip", ".gz", List.of("-k", "-f")),
  ZSTD("zstd", ".zst", List.of("-q", "-k", "-f")),
  LZ4("lz4", ".lz4", List.of("-q", "-k", "-f")),
  XZ("xz", ".xz", List.of("-1", "-T0", "-k", "-f"));

  private final String program;
  private final String suffix;

  @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
  private final List<String> options;

  Packing(String program, String suffix, List<String> options) {
    this.program = program;
    this.suffix = suffix;
    this.options = options;
  }

  String program() {
    return program;
  }

  String suffix() {
    return suffix;
  }

  Path packed(Path plain) {
    return plain.resolveSibling(plain.getFileName() + suffix);
  }

  void pack(Path plain) throws IOException, InterruptedException {
    Files.deleteIfExists(packed(plain));
    if (!TraceScan.isOnPath(program)) return;
    var command = new java.util.ArrayList<>(List.of(program));
    command.addAll(options);
    command.add(plain.toString());
    if (this == LZ4) command.add(packed(plain).toString());
    int exitCode = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exitCode != 0) throw new IOException(program + " ended with " + exitCode);
  }

  List<String> unpack(Path plain) {
    return List.of(program, "-dc", packed(plain).toString());
  }
}
