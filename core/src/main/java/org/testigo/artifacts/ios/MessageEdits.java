package org.testigo.artifacts.ios;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.testigo.formats.plist.CocoaTime;
import org.testigo.formats.plist.Plist;
import org.testigo.formats.plist.PlistValue;
import org.testigo.formats.plist.PlistValue.Array;
import org.testigo.formats.plist.PlistValue.Dictionary;
import org.testigo.formats.typedstream.TypedStream.AttributedText;
import org.testigo.model.Budget;
import org.testigo.model.MalformedException;
import org.testigo.model.Moment;
import org.testigo.model.Moment.Meaning;

/// What a message said before it was edited or unsent: the property list `message_summary_info`,
/// since iOS 16.
///
/// - `ec`: for each edited part, by its number, the versions in their order, each with a text `t`
///   (a typedstream) and a time `d` (seconds since 2001); the last is the one that was seen last
/// - `rp`: the numbers of the parts that were unsent
/// - `otr`: where the parts stood in the first text
///
/// Known from <https://github.com/ReagentX/imessage-exporter>.
///
/// @param earlierBodies oldest first, part by part
/// @param intermediateTimes of the edits before the last, whose time the row itself has
record MessageEdits(
    boolean hasEdits,
    boolean hasUnsentParts,
    List<String> earlierBodies,
    List<Moment> intermediateTimes) {
  static final MessageEdits NONE = new MessageEdits(false, false, List.of(), List.of());

  /// The keys as a binary property list writes them: a type and length byte, then the letters.
  private static final byte[] EDITED_KEY = ascii("Rec");

  private static final byte[] UNSENT_KEY = ascii("Rrp");

  /// The last bytes of a binary property list: 6 bytes of no meaning, the length of an offset, the
  /// length of a reference, then the number of objects, the top object and the place of the offset
  /// table, 8 bytes each, big-endian.
  private static final int TRAILER_BYTES = 32;

  /// Nearly every message has a summary; few have edits. What is not whole is to be looked into.
  static boolean mayBeIn(byte[] summary) {
    return !isWholeBinaryList(summary)
        || ByteSearch.contains(summary, EDITED_KEY)
        || ByteSearch.contains(summary, UNSENT_KEY);
  }

  private static boolean isWholeBinaryList(byte[] summary) {
    if (!Plist.isBinary(summary) || summary.length < TRAILER_BYTES) return false;
    int trailer = summary.length - TRAILER_BYTES;
    var fields = ByteBuffer.wrap(summary, trailer, TRAILER_BYTES);
    long tableBytes = fields.getLong(trailer + 8) * summary[trailer + 6];
    return fields.getLong(trailer + 24) + tableBytes == trailer;
  }

  /// Reads a summary as a part of the row that is being read: each version that is damaged is an
  /// unreadable of its own.
  static MessageEdits read(byte[] summary, RowReadings rows) {
    return rows.part(
            MessageColumn.MESSAGE_SUMMARY_INFO.name(),
            () -> Optional.of(new Reader(PayloadBudget.of(summary), rows).read(summary)))
        .orElse(NONE);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static final class Reader {
    private final Budget budget;
    private final RowReadings rows;
    private final List<String> bodies = new ArrayList<>();
    private final List<Moment> times = new ArrayList<>();
    private boolean hasEdits;

    Reader(Budget budget, RowReadings rows) {
      this.budget = budget;
      this.rows = rows;
    }

    MessageEdits read(byte[] summary) {
      var top = Plist.parse(summary, budget);
      if (!(top instanceof Dictionary dictionary))
        throw new MalformedException(0, top.kind() + " at the top, expected a dictionary");
      Set<String> unsent = unsentParts(dictionary);
      dictionary.dictionary("ec").ifPresent(parts -> readParts(parts, unsent));
      return new MessageEdits(hasEdits, !unsent.isEmpty(), bodies, times);
    }

    private static Set<String> unsentParts(Dictionary summary) {
      var parts = new HashSet<String>();
      summary
          .array("rp")
          .ifPresent(array ->
              array.values().stream()
                  .filter(PlistValue.Whole.class::isInstance)
                  .forEach(part -> parts.add(((PlistValue.Whole) part).value().toString())));
      return parts;
    }

    private void readParts(Dictionary parts, Set<String> unsent) {
      for (var part : parts.entries()) {
        rows.part(
            "edits of part " + part.key(),
            () -> {
              readVersions(part.key(), part.value(), unsent.contains(part.key()));
              return Optional.empty();
            });
      }
    }

    private void readVersions(String part, PlistValue versions, boolean isUnsent) {
      if (!(versions instanceof Array array))
        throw new MalformedException(0, versions.kind() + ", expected an array of versions");
      int count = array.values().size();
      hasEdits |= count > 1;
      // The last version of a part that is still there is what the message says now.
      int earlier = isUnsent ? count : count - 1;
      for (int i = 0; i < earlier; i++) {
        readVersion(part, i, array.values().get(i));
        if (i > 0) readTime(array.values().get(i));
      }
    }

    private void readVersion(String part, int number, PlistValue version) {
      String name = "version %d of part %s".formatted(number + 1, part);
      rows.part(name, () -> dictionary(version).data("t"))
          .flatMap(archive -> AttributedBody.read(name, archive, rows))
          .map(AttributedText::text)
          .filter(text -> !text.isEmpty())
          .ifPresent(bodies::add);
    }

    private void readTime(PlistValue version) {
      rows.part("time of an edit", () -> dictionary(version).get("d").flatMap(Reader::time))
          .ifPresent(times::add);
    }

    private static Optional<Moment> time(PlistValue value) {
      if (value instanceof PlistValue.Date(var at, var raw))
        return Optional.of(new Moment(Meaning.EDITED, at, raw));
      if (value instanceof PlistValue.Real(double seconds))
        return Optional.of(
            new Moment(Meaning.EDITED, CocoaTime.at(seconds, 0), CocoaTime.text(seconds)));
      throw new MalformedException(0, value.kind() + ", expected seconds since 2001");
    }

    private static Dictionary dictionary(PlistValue value) {
      if (value instanceof Dictionary dictionary) return dictionary;
      throw new MalformedException(0, value.kind() + ", expected a dictionary");
    }
  }
}
