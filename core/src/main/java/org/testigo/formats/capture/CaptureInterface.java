package org.testigo.formats.capture;

/// An interface that a pcapng section describes.
///
/// @param snapshotBytes the most that was kept of a frame; 0 for all
/// @param ticksPerSecond of its time stamps
/// @param offsetSeconds to be added to them
record CaptureInterface(int linkType, long snapshotBytes, long ticksPerSecond, long offsetSeconds) {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  long nanos(long ticks) {
    long seconds = Long.divideUnsigned(ticks, ticksPerSecond);
    long rest = Long.remainderUnsigned(ticks, ticksPerSecond);
    long fraction =
        ticksPerSecond <= NANOS_PER_SECOND
            ? rest * (NANOS_PER_SECOND / ticksPerSecond)
                + rest * (NANOS_PER_SECOND % ticksPerSecond) / ticksPerSecond
            : (long) ((double) rest / ticksPerSecond * NANOS_PER_SECOND);
    return (seconds + offsetSeconds) * NANOS_PER_SECOND + fraction;
  }
}
