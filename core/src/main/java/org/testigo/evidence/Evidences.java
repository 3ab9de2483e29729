package org.testigo.evidence;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import org.testigo.evidence.EvidenceException.Cause;

/// Opens whatever was handed in.
public final class Evidences {
  private static final List<EvidenceFormat> FORMATS =
      ServiceLoader.load(EvidenceFormat.class).stream()
          .map(ServiceLoader.Provider::get)
          .sorted(Comparator.comparingInt(EvidenceFormat::order))
          .toList();

  private Evidences() {}

  /// Without well-known files and without a scratch folder.
  ///
  /// @throws EvidenceException when it cannot be examined: what it is, and why
  public static Evidence open(Path input, Secrets secrets) throws EvidenceException {
    return open(input, Opening.with(secrets));
  }

  /// Asks every format in turn.
  ///
  /// @throws EvidenceException when it cannot be examined: what it is, and why
  public static Evidence open(Path input, Opening opening) throws EvidenceException {
    if (!Files.exists(input)) throw new EvidenceException(Cause.NO_SUCH_INPUT, input.toString());
    for (EvidenceFormat format : FORMATS) {
      var evidence = format.open(input, opening);
      if (evidence.isPresent()) return evidence.get();
    }
    throw OtherInput.describe(input);
  }
}
