package org.testigo.app;

import java.util.function.LongConsumer;
import org.testigo.reports.Inert;
import org.testigo.reports.Words;

/// Tells how many bytes of scan data were read: on a terminal one line that is written over, as
/// JSON where a program asked for it. A second look reads files again, so that the sum may pass
/// what was planned.
final class TraceProgress {
  private static final long NANOS_BETWEEN = 100_000_000L;
  private static final long BYTES_PER_MEGABYTE = 1_000_000L;

  private final ExamineCommand.ProgressStyle style;
  private final Console console;
  private final Words words;
  private final long plannedBytes;
  private long bytes;
  private long shownNanos = System.nanoTime();

  TraceProgress(
      ExamineCommand.ProgressStyle style, Console console, Words words, long plannedBytes) {
    this.style = style;
    this.console = console;
    this.words = words;
    this.plannedBytes = plannedBytes;
  }

  LongConsumer of(String name) {
    return count -> {
      bytes += count;
      long now = System.nanoTime();
      if (now - shownNanos < NANOS_BETWEEN) return;
      shownNanos = now;
      show(name);
    };
  }

  private void show(String name) {
    switch (style) {
      case JSON -> json();
      case AUTO -> {
        if (!console.isTerminal()) return;
        var line =
            words.say(
                TraceRun.class,
                "progress",
                bytes / BYTES_PER_MEGABYTE,
                plannedBytes / BYTES_PER_MEGABYTE,
                Inert.visible(name));
        console.err().print("\r\u001b[K" + line);
        console.err().flush();
      }
      case NONE -> {}
    }
  }

  private void json() {
    console.say("{\"bytes\":%d,\"bytesPlanned\":%d}".formatted(bytes, plannedBytes));
  }

  /// Ends the line, or says the last sum.
  void end() {
    if (style == ExamineCommand.ProgressStyle.JSON) json();
    if (style == ExamineCommand.ProgressStyle.AUTO && console.isTerminal()) {
      console.err().print("\r\u001b[K");
      console.err().flush();
    }
  }
}
