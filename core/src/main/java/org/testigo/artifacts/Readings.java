package org.testigo.artifacts;

import java.util.List;
import java.util.function.Consumer;
import org.testigo.model.Location;
import org.testigo.model.MalformedException;
import org.testigo.model.Moment;
import org.testigo.model.Observable;
import org.testigo.model.Observation;
import org.testigo.model.Reading;
import org.testigo.model.Source;
import org.testigo.model.Unreadable;

/// Takes what a parser reads of one file, names its source and passes it on.
public final class Readings {
  private final String artifact;
  private final String file;
  private final Consumer<Reading> next;
  private final Consumer<String> layouts;

  /// @param next takes every reading, in order
  /// @param layouts takes the name of every schema generation or layout that was met
  public Readings(String artifact, String file, Consumer<Reading> next, Consumer<String> layouts) {
    this.artifact = artifact;
    this.file = file;
    this.next = next;
    this.layouts = layouts;
  }

  public void observed(Observable object, Location location, List<Moment> moments) {
    next.accept(new Observation(object, moments, new Source(artifact, file, location)));
  }

  /// A part that does not follow its format, after which the parser goes on.
  public void unreadable(Location location, Unreadable.Reason reason, String detail) {
    next.accept(new Unreadable(new Source(artifact, file, location), reason, detail));
  }

  /// A part that does not follow its format, after which the parser goes on.
  public void unreadable(MalformedException damage) {
    unreadable(
        new Location.Offset(damage.offsetBytes()), Unreadable.Reason.MALFORMED, damage.detail());
  }

  /// Names the schema generation or layout that was met, such as `TCC with auth_value (iOS 14 and
  /// later)`.
  public void layout(String name) {
    layouts.accept(name);
  }
}
