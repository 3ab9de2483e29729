package org.testigo.app;

import org.testigo.examination.Progress;
import org.testigo.reports.Inert;
import org.testigo.reports.Words;

/// Tells how far a run has come, on the errors stream: one line that is written over when a person
/// watches, JSON lines when a program asked for them, else nothing.
final class ProgressReports {
  private static final long NANOS_BETWEEN = 100_000_000L;

  private ProgressReports() {}

  static Progress of(ExamineCommand.ProgressStyle style, Console console, Words words) {
    return switch (style) {
      case AUTO -> console.isTerminal() ? new Line(console, words) : Progress.SILENT;
      case JSON -> new Json(console);
      case NONE -> Progress.SILENT;
    };
  }

  /// What both styles count.
  private abstract static class Counting implements Progress {
    private final long startNanos = System.nanoTime();
    private long shownNanos;
    long files;
    long bytes;
    long allFiles;
    long allBytes;

    @Override
    public void planned(long plannedFiles, long plannedBytes) {
      allFiles = plannedFiles;
      allBytes = plannedBytes;
      show("");
    }

    @Override
    public void fileDone(String name, long doneBytes) {
      files++;
      bytes += doneBytes;
      long now = System.nanoTime();
      if (files < allFiles && now - shownNanos < NANOS_BETWEEN) return;
      shownNanos = now;
      show(name);
    }

    /// Seconds that the rest will take if it goes on as so far.
    long etaSeconds() {
      double elapsedSeconds = (System.nanoTime() - startNanos) / 1e9;
      return bytes == 0 ? 0 : Math.round(elapsedSeconds / bytes * (allBytes - bytes));
    }

    abstract void show(String name);
  }

  private static final class Line extends Counting {
    private final Console console;
    private final Words words;

    Line(Console console, Words words) {
      this.console = console;
      this.words = words;
    }

    @Override
    void show(String name) {
      var line =
          words.say(
              Testigo.class,
              "progress",
              files,
              allFiles,
              bytes / 1_000_000,
              allBytes / 1_000_000,
              etaSeconds());
      console
          .err()
          .print(
              "\r\u001b[K"
                  + (files == allFiles ? "" : line + " " + shortened(Inert.visible(name))));
      console.err().flush();
    }

    private static String shortened(String name) {
      return name.length() <= 40 ? name : "…" + name.substring(name.length() - 39);
    }
  }

  private static final class Json extends Counting {
    private final Console console;

    Json(Console console) {
      this.console = console;
    }

    @Override
    void show(String name) {
      console.say(
          "{\"files\":%d,\"filesPlanned\":%d,\"bytes\":%d,\"bytesPlanned\":%d,\"etaSeconds\":%d}"
              .formatted(files, allFiles, bytes, allBytes, etaSeconds()));
    }
  }
}
