package org.testigo.formats.sqlite;

import java.util.ArrayList;
import java.util.List;
import org.testigo.model.MalformedException;

/// What is noted while a database is opened: oddities, and losses that may have taken rows away.
final class Remarks {
  private final List<String> all = new ArrayList<>();
  private final List<MalformedException> losses = new ArrayList<>();

  /// Something odd that takes nothing away, such as a page count that was not kept.
  void odd(String sentence) {
    all.add(sentence);
  }

  /// Something that may have taken rows away, such as a log whose checksum does not fit.
  void loss(long offsetBytes, String sentence) {
    all.add(sentence);
    losses.add(new MalformedException(offsetBytes, sentence));
  }

  List<String> all() {
    return all;
  }

  List<MalformedException> losses() {
    return losses;
  }
}
