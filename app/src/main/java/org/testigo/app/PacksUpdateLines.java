package org.testigo.app;

import java.util.List;
import org.testigo.indicators.PackReport;
import org.testigo.reports.Inert;
import org.testigo.reports.Words;

/// Tells a person what became of each pack of an index.
record PacksUpdateLines(Console console, Words words) {
  private static final int MAX_TITLE_CHARACTERS = 100;

  void print(PacksUpdateEntry entry, PacksUpdateChange change) {
    var name = name(entry);
    switch (change) {
      case PacksUpdateChange.Added(var now) ->
          line("update.added", name, now.indicators(), refusals(now), now.sha256());
      case PacksUpdateChange.Updated(var before, var now) ->
          line(
              "update.updated",
              name,
              before.indicators(),
              now.indicators(),
              refusals(now),
              before.sha256(),
              now.sha256());
      case PacksUpdateChange.Unchanged(var now) ->
          line("update.unchanged", name, now.indicators(), refusals(now), now.sha256());
      case PacksUpdateChange.Refused(var now) -> line("update.refused", name, why(now));
      case PacksUpdateChange.Unusable(var why) -> line("update.unusable", name, words.say(why));
      case PacksUpdateChange.Failed(var why) -> line("update.failed", name, words.say(why));
    }
  }

  void total(List<PacksUpdateChange> changes, boolean isDryRun) {
    line(
        "update.total",
        changes.size(),
        count(changes, PacksUpdateChange.Added.class),
        count(changes, PacksUpdateChange.Updated.class),
        count(changes, PacksUpdateChange.Unchanged.class),
        count(changes, PacksUpdateChange.Refused.class)
            + count(changes, PacksUpdateChange.Unusable.class),
        count(changes, PacksUpdateChange.Failed.class));
    boolean isBeside = !isDryRun && count(changes, PacksUpdateChange.Refused.class) > 0;
    if (isBeside) console.say(words.say(Testigo.class, "update.beside"));
    if (isDryRun) console.say(words.say(Testigo.class, "update.dry-run"));
  }

  private static long count(
      List<PacksUpdateChange> changes, Class<? extends PacksUpdateChange> kind) {
    return changes.stream().filter(kind::isInstance).count();
  }

  private void line(String key, Object... arguments) {
    console.data(Inert.visible(words.say(Testigo.class, key, oneLine(arguments))));
  }

  /// What an index or a server says must not look like a line of Testigo's own.
  private static Object[] oneLine(Object[] arguments) {
    var safe = arguments.clone();
    for (int i = 0; i < safe.length; i++) {
      if (safe[i] instanceof String text) safe[i] = text.replaceAll("\\R", " ");
    }
    return safe;
  }

  private static String name(PacksUpdateEntry entry) {
    var title = entry.title();
    var shown = title.substring(0, Math.min(title.length(), MAX_TITLE_CHARACTERS));
    return switch (entry) {
      case PacksUpdateEntry.Pack pack -> pack.fileName() + " (" + shown + ")";
      case PacksUpdateEntry.Unusable unusable -> "(" + shown + ")";
    };
  }

  private static int refusals(PackReport report) {
    return report.refused().size();
  }

  private String why(PackReport report) {
    return words.say(report.refused().getFirst().why());
  }
}
