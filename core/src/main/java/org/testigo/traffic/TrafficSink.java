package org.testigo.traffic;

import java.util.List;
import org.testigo.model.Moment;
import org.testigo.model.Observable;
import org.testigo.model.Unreadable;

/// Takes what is read of a capture.
public interface TrafficSink {

  /// @param frame number of the first frame in which it was seen, counted from 1
  void observed(Observable object, long frame, List<Moment> moments);

  /// @param frame number of the frame that could not be read, or of the first one of several
  void unreadable(long frame, Unreadable.Reason reason, String detail);
}
