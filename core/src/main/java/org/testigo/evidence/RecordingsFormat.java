package org.testigo.evidence;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Recognises recorded network traffic: a file, or a folder, zip or tar in which at least one file
/// is a recording. What also has the marks of another kind of evidence is left to it: a sysdiagnose
/// holds captures, too.
@AutoService(EvidenceFormat.class)
public final class RecordingsFormat implements EvidenceFormat {

  /// Behind the backups.
  @Override
  public int order() {
    return 200;
  }

  @Override
  public Optional<Evidence> open(Path input, Opening opening) throws EvidenceException {
    boolean isFile = !Files.isDirectory(input);
    if (isFile && isOther(Archive.namesAtStartOfGzip(input))) return Optional.empty();
    Container container = container(input, opening);
    boolean isOpen = false;
    try {
      if (isOther(Archive.names(container))) return Optional.empty();
      var recordings = new Recordings(name(input), container);
      isOpen = Stream.of(RecordingKind.values()).anyMatch(recordings::has);
      return isOpen ? Optional.of(recordings) : Optional.empty();
    } finally {
      if (!isOpen) container.close();
    }
  }

  private static Container container(Path input, Opening opening) throws EvidenceException {
    if (Files.isDirectory(input)) return Folder.list(real(input), real(input));
    var archive = Archive.open(input, new Unpacking(opening.scratchFolder()));
    return archive.isPresent() ? archive.get() : new SingleFile(input);
  }

  private static boolean isOther(List<String> names) {
    return OtherKinds.ofNames(names).filter(kind -> kind != OtherKind.ZEEK_LOGS).isPresent();
  }

  private static String name(Path input) {
    return String.valueOf(real(input).getFileName());
  }

  private static Path real(Path input) {
    try {
      return input.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
