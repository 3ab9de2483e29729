package org.testigo.cases;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.testigo.model.DataClass;

/// What the examiner chose, as far as it changes the case.
///
/// @param without classes of data that the person did not consent to: never opened
/// @param hashAll whether every file is hashed, not only the content list and the files that are
///   read
/// @param timeline whether every observation is written to a timeline
public record Options(SortedSet<DataClass> without, boolean hashAll, boolean timeline) {
  public static final Options DEFAULT = new Options(new TreeSet<>(), false, false);

  public Options {
    without = Collections.unmodifiableSortedSet(new TreeSet<>(without));
  }

  public static Options without(Set<DataClass> classes) {
    return new Options(new TreeSet<>(classes), false, false);
  }
}
