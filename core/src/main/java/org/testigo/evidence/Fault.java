package org.testigo.evidence;

import org.testigo.model.LimitHitException;
import org.testigo.model.Location;
import org.testigo.model.MalformedException;
import org.testigo.model.Unreadable.Reason;

/// Something about the listing of evidence that could not be read, before it is known which file it
/// is told of.
record Fault(Location location, Reason reason, String detail) {

  static Fault of(MalformedException damage) {
    var location =
        damage.offsetBytes() < 0 ? Location.WHOLE : new Location.Offset(damage.offsetBytes());
    return new Fault(location, Reason.MALFORMED, damage.detail());
  }

  static Fault of(LimitHitException limit) {
    return new Fault(Location.WHOLE, Reason.LIMIT, limit.detail());
  }

  static Fault of(Reason reason, String detail) {
    return new Fault(Location.WHOLE, reason, detail);
  }
}
