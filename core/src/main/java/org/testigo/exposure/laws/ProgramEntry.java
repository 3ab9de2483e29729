package org.testigo.exposure.laws;

import java.util.List;

/// What was published of a provider in the PRISM program: from when on. The companies denied direct
/// access.
///
/// @param provider as the published slide names it, such as `Skype`
/// @param company the id of the company that runs it
/// @param since `2009-06-03`, or only the month where no day is given
/// @param isDiffering whether this date differs from that of the slide
public record ProgramEntry(
    String provider,
    String company,
    String since,
    boolean isDiffering,
    List<PublishedSource> sources) {
  public ProgramEntry {
    sources = List.copyOf(sources);
  }
}
