package org.testigo.detections.recog;

/// The text that everything begins with that an expression matches, where it begins with `^`.
final class CertainStart {
  private CertainStart() {}

  /// Empty where nothing is sure: alternatives, a class or a group at the start.
  static String of(String pattern) {
    if (!pattern.startsWith("^") || hasAlternatives(pattern)) return "";
    var start = new StringBuilder();
    int at = 1;
    while (at < pattern.length()) {
      char c = pattern.charAt(at);
      boolean escaped = c == '\\' && at + 1 < pattern.length();
      char meant = escaped ? pattern.charAt(at + 1) : c;
      boolean isPlain =
          escaped ? !Character.isLetterOrDigit(meant) : "\\^$.|?*+()[]{}".indexOf(c) < 0;
      int next = at + (escaped ? 2 : 1);
      if (!isPlain || isCounted(pattern, next)) break;
      start.append(meant);
      at = next;
    }
    return start.toString();
  }

  private static boolean isCounted(String pattern, int at) {
    return at < pattern.length() && "?*{+".indexOf(pattern.charAt(at)) >= 0;
  }

  /// Outside of groups.
  private static boolean hasAlternatives(String pattern) {
    int depth = 0;
    for (int i = 0; i < pattern.length(); i++) {
      switch (pattern.charAt(i)) {
        case '\\' -> i++;
        case '[' -> i = classEnd(pattern, i);
        case '(' -> depth++;
        case ')' -> depth--;
        case '|' -> {
          if (depth == 0) return true;
        }
        default -> {}
      }
    }
    return false;
  }

  /// Where the bracket stands that ends a class; a bracket that comes first is none.
  private static int classEnd(String pattern, int open) {
    int at = open + (pattern.startsWith("[^", open) ? 3 : 2);
    while (at < pattern.length() && pattern.charAt(at) != ']')
      at += pattern.charAt(at) == '\\' ? 2 : 1;
    return at;
  }
}
