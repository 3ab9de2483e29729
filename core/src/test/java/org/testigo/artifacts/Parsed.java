package org.testigo.artifacts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testigo.evidence.EvidenceFile;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.model.Budget;
import org.testigo.model.Device;
import org.testigo.model.LimitHitException;
import org.testigo.model.MalformedException;
import org.testigo.model.MissingKeyException;
import org.testigo.model.Observable;
import org.testigo.model.Observation;
import org.testigo.model.OsVersion;
import org.testigo.model.Reading;
import org.testigo.model.Unreadable;
import org.testigo.model.UnsupportedLayoutException;

/// What a parser said of one file.
///
/// @param ending the exception that a parser may throw, where it threw one
public record Parsed(
    List<Reading> readings, List<String> layouts, Optional<RuntimeException> ending) {

  private static final Device DEVICE =
      new Device(
          Optional.of("made-up"),
          Optional.of("iPhone14,5"),
          Optional.of(OsVersion.of(17, 4)),
          Optional.empty(),
          true,
          Optional.of(Instant.parse("2024-05-01T00:00:00Z")));

  /// Parses with a budget that has no clock.
  public static Parsed by(Artifact artifact, ArtifactFixture.File file) {
    return by(artifact, file, Budget.unhurried());
  }

  /// Any exception but the four that a parser may throw goes through.
  public static Parsed by(Artifact artifact, ArtifactFixture.File file, Budget budget) {
    var readings = new ArrayList<Reading>();
    var layouts = new ArrayList<String>();
    Optional<RuntimeException> ending = Optional.empty();
    var evidenceFile =
        new EvidenceFile(file.path(), file.domain(), file.path(), file.content().length, true);
    var taker =
        new Readings(artifact.spec().id(), evidenceFile.shownName(), readings::add, layouts::add);
    try {
      artifact.parse(open(evidenceFile, file, budget), taker);
    } catch (MalformedException
        | LimitHitException
        | UnsupportedLayoutException
        | MissingKeyException e) {
      ending = Optional.of(e);
    }
    return new Parsed(readings, layouts, ending);
  }

  private static ArtifactFile open(
      EvidenceFile evidenceFile, ArtifactFixture.File file, Budget budget) {
    return new ArtifactFile(
        evidenceFile,
        ByteSource.of(file.content()),
        file.writeAheadLog().map(ByteSource::of),
        Optional.empty(),
        DEVICE,
        budget);
  }

  public List<Observation> observations() {
    return readings.stream()
        .filter(Observation.class::isInstance)
        .map(Observation.class::cast)
        .toList();
  }

  public List<Observable> objects() {
    return observations().stream().map(Observation::object).toList();
  }

  public List<Unreadable> unreadables() {
    return readings.stream()
        .filter(Unreadable.class::isInstance)
        .map(Unreadable.class::cast)
        .toList();
  }
}
