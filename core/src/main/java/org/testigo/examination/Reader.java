package org.testigo.examination;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.testigo.artifacts.ArtifactFile;
import org.testigo.artifacts.Neighbours;
import org.testigo.artifacts.Readings;
import org.testigo.evidence.Digests;
import org.testigo.evidence.Evidence;
import org.testigo.evidence.EvidenceFile;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.model.Budget;
import org.testigo.model.Limit;
import org.testigo.model.LimitHitException;
import org.testigo.model.Location;
import org.testigo.model.MalformedException;
import org.testigo.model.MissingKeyException;
import org.testigo.model.Observation;
import org.testigo.model.Reading;
import org.testigo.model.Unreadable;
import org.testigo.model.Unreadable.Reason;
import org.testigo.model.UnsupportedLayoutException;

/// Reads every planned file, each with its own budget, and keeps what became of each. What one file
/// does, no other feels.
final class Reader {
  private final Request request;
  private final Evidence evidence;
  private final Plan plan;
  private final List<FileResult> results = new ArrayList<>();
  private final Map<String, String> digests = new HashMap<>();
  private boolean usedTheClock;

  Reader(Request request, Plan plan) {
    this.request = request;
    this.evidence = request.evidence();
    this.plan = plan;
  }

  List<FileResult> results() {
    return results;
  }

  /// Whether the last guard, the clock, ended a reading: two equal runs may then end differently.
  boolean usedTheClock() {
    return usedTheClock;
  }

  /// Gives every observation, in the order of the plan.
  void readAll(Consumer<Observation> observations) {
    var steps = plan.steps();
    long bytes = steps.stream().mapToLong(step -> step.file().sizeBytes()).sum();
    request.progress().planned(steps.size(), bytes);
    for (Plan.Step step : steps) {
      var result = new FileResult(step);
      results.add(result);
      read(step, result, observations);
      request.progress().fileDone(step.file().shownName(), step.file().sizeBytes());
    }
  }

  private void read(Plan.Step step, FileResult result, Consumer<Observation> observations) {
    if (!step.file().isPresent()) {
      result.failed(
          Reason.MISSING, Location.WHOLE, "the content list names the file, and it is not there");
      return;
    }
    var readings =
        new Readings(
            step.artifact().spec().id(),
            step.file().shownName(),
            reading -> pass(reading, result, observations),
            result::layout);
    guarded(result, () -> parse(step, result, readings));
  }

  private void pass(Reading reading, FileResult result, Consumer<Observation> observations) {
    switch (reading) {
      case Observation observation -> {
        result.observed();
        observations.accept(observation);
      }
      case Unreadable unreadable -> result.unreadable(unreadable);
    }
  }

  private void parse(Plan.Step step, FileResult result, Readings readings) {
    for (EvidenceFile file : step.files()) if (file.isPresent()) result.digest(file, digest(file));
    var budget = new Budget(request.allowance(), request.nanoClock());
    var log = companion(step.writeAheadLog(), readings);
    var journal = companion(step.rollbackJournal(), readings);
    try (var content = evidence.open(step.file())) {
      var file =
          new ArtifactFile(
              step.file(),
              content,
              log,
              journal,
              evidence.device(),
              budget,
              new SameArtifact(step));
      step.artifact().parse(file, readings);
      faultOf(content, readings);
      log.ifPresent(source -> faultOf(source, readings));
    } finally {
      log.ifPresent(ByteSource::close);
      journal.ifPresent(ByteSource::close);
    }
  }

  /// The other files of the artifact that reads one.
  private final class SameArtifact implements Neighbours {
    private final Plan.Step own;

    SameArtifact(Plan.Step own) {
      this.own = own;
    }

    @Override
    public List<EvidenceFile> files() {
      return plan.steps().stream()
          .filter(step -> step.artifact().equals(own.artifact()) && !step.equals(own))
          .map(Plan.Step::file)
          .toList();
    }

    @Override
    public ByteSource open(EvidenceFile file) {
      return evidence.open(file);
    }
  }

  /// The log or journal beside a database; one that is listed and not there, or was emptied, takes
  /// rows away.
  private Optional<ByteSource> companion(Optional<EvidenceFile> file, Readings readings) {
    if (file.isPresent() && !file.get().isPresent()) {
      var detail = "the content list names %s, and it is not there".formatted(file.get().path());
      readings.unreadable(Location.WHOLE, Reason.MISSING, detail);
      return Optional.empty();
    }
    file.ifPresent(log -> tellEmptied(log, readings));
    return file.map(evidence::open);
  }

  private void tellEmptied(EvidenceFile log, Readings readings) {
    if (log.sizeBytes() > 0) return;
    long listed = evidence.listedSizeBytes(log).orElse(0);
    if (listed == 0) return;
    readings.unreadable(
        Location.WHOLE,
        Reason.MISSING,
        "%s is empty, expected the %,d bytes that the content list records"
            .formatted(log.path(), listed));
  }

  private static void faultOf(ByteSource source, Readings readings) {
    source.fault().ifPresent(readings::unreadable);
  }

  private String digest(EvidenceFile file) {
    return digests.computeIfAbsent(
        file.handedInAs(),
        name -> {
          try (var raw = evidence.openRaw(file)) {
            return Digests.sha256(raw);
          }
        });
  }

  /// The one place where exceptions of reading become unreadables. A mistake of ours is told apart
  /// from damage.
  private void guarded(FileResult result, Runnable reading) {
    try {
      reading.run();
    } catch (MalformedException e) {
      result.failed(Reason.MALFORMED, new Location.Offset(e.offsetBytes()), e.detail());
    } catch (LimitHitException e) {
      usedTheClock |= e.limit() == Limit.TIME;
      result.failed(Reason.LIMIT, Location.WHOLE, e.detail());
    } catch (UnsupportedLayoutException e) {
      result.failed(Reason.UNSUPPORTED, Location.WHOLE, e.detail());
    } catch (MissingKeyException e) {
      result.failed(Reason.KEY, Location.WHOLE, e.detail());
    } catch (UncheckedIOException e) {
      result.failed(Reason.IO, Location.WHOLE, String.valueOf(e.getMessage()));
    } catch (java.util.concurrent.CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      result.failed(Reason.INTERNAL, Location.WHOLE, mistake(e));
    } catch (StackOverflowError | OutOfMemoryError e) {
      result.failed(Reason.LIMIT, Location.WHOLE, e.getClass().getSimpleName());
    }
  }

  private static String mistake(RuntimeException e) {
    var at = e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
    return Optional.ofNullable(e.getMessage())
            .map(m -> e.getClass().getSimpleName() + ": " + m)
            .orElse(e.toString())
        + at;
  }
}
