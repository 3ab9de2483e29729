package org.testigo.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.testigo.model.Unreadable;
import org.testigo.reports.Words;
import org.testigo.scanning.FileCount;
import org.testigo.scanning.ScanSummary;

/// Everything because of which "nothing found" would not be true, each in one sentence.
final class TraceGaps {
  /// Of each file so many faults are told, and then how many more there are.
  private static final int TOLD_PER_FILE = 5;

  private final Words words;
  private final List<String> sentences = new ArrayList<>();
  private final Map<String, Integer> faults = new LinkedHashMap<>();

  TraceGaps(Words words) {
    this.words = words;
  }

  void add(String sentence) {
    sentences.add(sentence);
  }

  void add(Unreadable unreadable) {
    String file = unreadable.source().file();
    if (faults.merge(file, 1, Integer::sum) > TOLD_PER_FILE) return;
    String where = unreadable.source().location().toString();
    sentences.add(
        words.say(
            TraceRun.class,
            where.isEmpty() ? "unreadable" : "unreadable-at",
            file,
            unreadable.detail(),
            where));
  }

  /// Adds how many faults were not told one by one.
  void add(ScanSummary summary) {
    for (FileCount file : summary.files()) {
      long told = faults.getOrDefault(file.file(), 0);
      long more = Math.max(0, told - TOLD_PER_FILE) + file.counts().untold();
      if (more > 0) sentences.add(words.say(TraceRun.class, "unreadable-more", file.file(), more));
    }
  }

  List<String> sentences() {
    return List.copyOf(sentences);
  }
}
