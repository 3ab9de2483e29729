package org.testigo.indicators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.testigo.indicators.matching.CompiledSet;
import org.testigo.indicators.packs.PackFile;
import org.testigo.indicators.packs.PackReader;
import org.testigo.model.Text;

/// Loads packs of indicators. No file is ever passed over: each ends in the set's
/// [IndicatorSet#packs()], loaded or refused with the reason.
public final class Packs {
  /// A pack of 100,000 indicators in STIX has about 75 MB.
  private static final long MAX_PACK_BYTES = 256L << 20;

  /// Files under one folder that was given as packs.
  private static final int MAX_FILES = 10_000;

  private Packs() {}

  /// Loads files, and the files of folders and of what lies in them, in the order of their names.
  public static IndicatorSet load(List<Path> paths) {
    var files = new ArrayList<Path>();
    var refused = new ArrayList<PackReader.Read>();
    for (Path path : paths) list(path, files, refused);
    var reader = new PackReader();
    var read =
        new ArrayList<>(
            files.parallelStream().map(file -> read(reader, file, paths.contains(file))).toList());
    read.addAll(refused);
    return new CompiledSet(read);
  }

  /// Loads one pack from memory.
  ///
  /// @param name the file name, which tells some formats
  public static IndicatorSet of(String name, byte[] content) {
    return new CompiledSet(List.of(asked(new PackReader().read(new PackFile(name, content)))));
  }

  private static void list(Path path, List<Path> files, List<PackReader.Read> refused) {
    if (!Files.isDirectory(path)) {
      files.add(path);
      return;
    }
    try (Stream<Path> found = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
      var all = found.filter(Files::isRegularFile).sorted().limit(MAX_FILES + 1L).toList();
      files.addAll(all.subList(0, Math.min(all.size(), MAX_FILES)));
      if (all.size() > MAX_FILES) refused.add(refused(path, text("too-many-files", MAX_FILES)));
    } catch (IOException | UncheckedIOException unreadable) {
      refused.add(refused(path, text("unreadable", String.valueOf(unreadable.getMessage()))));
    }
  }

  private static PackReader.Read asked(PackReader.Read read) {
    return new PackReader.Read(read.report().asked(), read.indicators(), read.patterns());
  }

  /// @param named whether the file itself was named, not only a folder that it lies in
  private static PackReader.Read read(PackReader reader, Path file, boolean named) {
    try {
      long size = Files.size(file);
      if (size > MAX_PACK_BYTES) return refused(file, text("too-large", size, MAX_PACK_BYTES));
      var read = reader.read(PackFile.of(name(file), file));
      return named ? asked(read) : read;
    } catch (IOException | UncheckedIOException unreadable) {
      return refused(file, text("unreadable", String.valueOf(unreadable.getMessage())));
    }
  }

  private static PackReader.Read refused(Path path, Text why) {
    return PackReader.refused(name(path), "", why);
  }

  private static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }

  private static Text text(String key, Object... arguments) {
    return Text.of(Packs.class, key, arguments);
  }
}
