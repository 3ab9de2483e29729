package org.testigo.reports.atlas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.testigo.model.Unreadable;
import org.testigo.reports.Words;

/// Everything because of which "nothing found" would not be true, each in one sentence.
public final class AtlasGaps {
  /// Of each file so many faults are told, and then how many more there are.
  private static final int TOLD_PER_FILE = 5;

  private final Words words;
  private final List<String> sentences = new ArrayList<>();
  private final Map<String, Integer> faults = new LinkedHashMap<>();

  public AtlasGaps(Words words) {
    this.words = words;
  }

  public void add(String sentence) {
    sentences.add(sentence);
  }

  public void add(Unreadable unreadable) {
    String file = unreadable.source().file();
    if (faults.merge(file, 1, Integer::sum) > TOLD_PER_FILE) return;
    String where = unreadable.source().location().toString();
    sentences.add(
        words.say(
            AtlasGaps.class,
            where.isEmpty() ? "unreadable" : "unreadable-at",
            file,
            unreadable.detail(),
            where));
  }

  /// Adds how many faults of a file were not told one by one.
  ///
  /// @param untold those that were only counted
  public void addUntold(String file, long untold) {
    long told = faults.getOrDefault(file, 0);
    long more = Math.max(0, told - TOLD_PER_FILE) + untold;
    if (more > 0) sentences.add(words.say(AtlasGaps.class, "unreadable-more", file, more));
  }

  public List<String> sentences() {
    return List.copyOf(sentences);
  }
}
