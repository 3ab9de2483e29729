package org.testigo.detections;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The words of lures, by what they press on. The list lies in `LureMessages.words.tsv`: theme,
/// language, weight, words.
final class LureWords {
  private static final LureWords LISTED = new LureWords(DataLines.ofLures("words.tsv"));

  private final Map<String, List<Phrase>> phrasesByFirstWord = new HashMap<>();
  private final Map<String, List<Phrase>> phrasesByStem = new HashMap<>();
  private int shortestStem = Integer.MAX_VALUE;
  private int longestStem;

  /// What a lure presses on.
  enum Theme {
    DEATH,
    FAMILY,
    VIOLENCE,
    INTIMACY,
    VISA,
    BANK,
    PACKAGE,
    NEWS,
    LEGAL,
    ACCOUNT,
    PRIZE,
    /// Presses by itself on nothing: it only adds to another theme.
    URGENCY;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Words of a theme that stand in a message.
  record Hit(Theme theme, String words, int weight) {}

  private record Phrase(Theme theme, int weight, List<String> words) {
    String shown() {
      return String.join(" ", words);
    }

    boolean standsAt(List<String> text, int at) {
      if (at + words.size() > text.size()) return false;
      for (int i = 0; i < words.size(); i++)
        if (!isWord(words.get(i), text.get(at + i))) return false;
      return true;
    }

    private static boolean isWord(String pattern, String word) {
      if (!pattern.endsWith("*")) return pattern.equals(word);
      return word.startsWith(pattern.substring(0, pattern.length() - 1));
    }
  }

  private LureWords(List<String> lines) {
    for (String line : lines) {
      String[] fields = line.split("\t", -1);
      if (fields.length != 4) throw new IllegalStateException("line of words: " + line);
      var theme = Theme.valueOf(fields[0].toUpperCase(Locale.ROOT));
      add(new Phrase(theme, Integer.parseInt(fields[2]), List.of(fields[3].split(" "))));
    }
  }

  static LureWords listed() {
    return LISTED;
  }

  /// For each theme the weightiest words that stand in the text, the first of equals.
  ///
  /// @param text as [FoldedWords] gives it
  Map<Theme, Hit> in(List<String> text) {
    var best = new EnumMap<Theme, Hit>(Theme.class);
    for (int at = 0; at < text.size(); at++) {
      String word = text.get(at);
      look(phrasesByFirstWord.get(word), text, at, best);
      for (int end = shortestStem; end <= Math.min(longestStem, word.length()); end++)
        look(phrasesByStem.get(word.substring(0, end)), text, at, best);
    }
    return best;
  }

  private static void look(
      @org.jspecify.annotations.Nullable List<Phrase> phrases,
      List<String> text,
      int at,
      Map<Theme, Hit> best) {
    if (phrases == null) return;
    for (Phrase phrase : phrases) {
      if (!phrase.standsAt(text, at)) continue;
      var hit = new Hit(phrase.theme(), phrase.shown(), phrase.weight());
      best.merge(phrase.theme(), hit, (old, now) -> now.weight() > old.weight() ? now : old);
    }
  }

  private void add(Phrase phrase) {
    String first = phrase.words().getFirst();
    if (!first.endsWith("*")) {
      phrasesByFirstWord.computeIfAbsent(first, _ -> new ArrayList<>()).add(phrase);
      return;
    }
    String stem = first.substring(0, first.length() - 1);
    shortestStem = Math.min(shortestStem, stem.length());
    longestStem = Math.max(longestStem, stem.length());
    phrasesByStem.computeIfAbsent(stem, _ -> new ArrayList<>()).add(phrase);
  }
}
