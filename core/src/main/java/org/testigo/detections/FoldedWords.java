package org.testigo.detections;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// Cuts a text into words as people compare them: lower case, without accents. Everything that is
/// no letter and no digit divides words.
final class FoldedWords {
  /// How many words of a message are looked at. Lures are short; longer texts are cut here.
  static final int LIMIT = 400;

  private FoldedWords() {}

  static List<String> of(String text) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    for (int i = 0; i < text.length() && words.size() < LIMIT; i++) {
      char c = fold(text.charAt(i));
      if (c != 0) {
        word.append(c);
      } else if (!word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    if (!word.isEmpty() && words.size() < LIMIT) words.add(word.toString());
    return words;
  }

  /// The character in lower case without its accent; 0 for one that divides words.
  static char fold(char c) {
    if (c < 128) {
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') return c;
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : 0;
    }
    if (!Character.isLetterOrDigit(c)) return 0;
    return Character.toLowerCase(
        Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0));
  }
}
