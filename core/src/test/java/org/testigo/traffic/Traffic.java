package org.testigo.traffic;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.testigo.formats.capture.CaptureReader;
import org.testigo.model.Budget;
import org.testigo.model.MalformedException;
import org.testigo.model.Moment;
import org.testigo.model.Observable;
import org.testigo.model.Unreadable.Reason;

/// What a capture gave.
final class Traffic implements TrafficSink {
  private final List<Seen> seen = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();
  private Optional<MalformedException> damage = Optional.empty();
  private @Nullable CaptureTotals totals;

  /// An observation with the frame in which it was first seen.
  record Seen(Observable object, long frame, List<Moment> moments) {}

  static Traffic of(Path file) {
    try (var in = Files.newInputStream(file)) {
      return of(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Traffic of(byte[] capture) {
    try {
      return of(new ByteArrayInputStream(capture));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Traffic of(InputStream in) throws IOException {
    var traffic = new Traffic();
    try {
      var frames = CaptureReader.open(in);
      traffic.totals = new TrafficReader(traffic).read(frames, Budget.unhurried());
    } catch (MalformedException e) {
      traffic.damage = Optional.of(e);
    }
    return traffic;
  }

  @Override
  public void observed(Observable object, long frame, List<Moment> moments) {
    seen.add(new Seen(object, frame, moments));
  }

  @Override
  public void unreadable(long frame, Reason reason, String detail) {
    unreadable.add(reason + " frame " + frame + ": " + detail);
  }

  List<Seen> seen() {
    return seen;
  }

  <T> Stream<T> all(Class<T> kind) {
    return seen.stream().map(Seen::object).filter(kind::isInstance).map(kind::cast);
  }

  List<String> unreadable() {
    return unreadable;
  }

  Optional<MalformedException> damage() {
    return damage;
  }

  CaptureTotals totals() {
    if (totals == null) throw new IllegalStateException("damaged: " + damage);
    return totals;
  }
}
