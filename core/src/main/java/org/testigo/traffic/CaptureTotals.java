package org.testigo.traffic;

import java.time.Duration;
import org.testigo.formats.capture.CaptureReader;
import org.testigo.model.NetworkTraffic.State;

/// What a capture holds, and what cannot be seen in it.
public final class CaptureTotals {
  private long frames;
  private long cutFrames;
  private long firstNanos = Long.MAX_VALUE;
  private long lastNanos = Long.MIN_VALUE;
  private long flows;
  private long midstream;
  private long oneSided;

  void frame(CaptureReader at) {
    frames++;
    if (at.capturedBytes() < at.originalBytes()) cutFrames++;
    if (!at.hasTime()) return;
    if (at.timeNanos() < firstNanos) firstNanos = at.timeNanos();
    if (at.timeNanos() > lastNanos) lastNanos = at.timeNanos();
  }

  void flow(Flow flow) {
    flows++;
    if (flow.tcp == null) return;
    if (FlowReport.state(flow) == State.MIDSTREAM) midstream++;
    boolean isOneSided = flow.packets[0] == 0 || flow.packets[1] == 0;
    if (isOneSided && flow.payloadBytes[0] + flow.payloadBytes[1] > 0) oneSided++;
  }

  public long frames() {
    return frames;
  }

  /// Frames of which the capture did not keep all bytes.
  public long cutFrames() {
    return cutFrames;
  }

  public long flows() {
    return flows;
  }

  /// Connections whose beginning is not in the capture.
  public long midstream() {
    return midstream;
  }

  /// Connections with content of which only one direction is in the capture.
  public long oneSided() {
    return oneSided;
  }

  /// From the first frame to the last; zero where frames have no time.
  public Duration duration() {
    return lastNanos < firstNanos ? Duration.ZERO : Duration.ofNanos(lastNanos - firstNanos);
  }
}
