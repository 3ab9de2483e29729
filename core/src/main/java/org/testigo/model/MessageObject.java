package org.testigo.model;

import java.util.List;
import java.util.Optional;

/// A message of one person to others: SMS, iMessage and the like.
///
/// @param service the carrier as recorded, such as `SMS` or `iMessage`
/// @param correspondent the other side's number or address; empty where the evidence names none
/// @param account the own account that sent or received it; empty where the evidence names none
/// @param body the text that the reader saw last; empty where there is none
/// @param links addresses that the phone itself recorded beside the text, such as those of a rich
///   link, original and expanded
/// @param earlierBodies texts before edits, and parts that were unsent, oldest first
public record MessageObject(
    String service,
    Direction direction,
    Optional<String> correspondent,
    Optional<String> account,
    String body,
    List<String> links,
    List<String> earlierBodies)
    implements Observable {
  public MessageObject {
    links = List.copyOf(links);
    earlierBodies = List.copyOf(earlierBodies);
  }
}
