package org.testigo.model;

import java.util.List;

/// An indicator that a finding rests on, and the pack that carries it.
///
/// @param value as the pack writes it
/// @param type the STIX object path, such as `domain-name:value`
/// @param pack the name of the pack
/// @param name what the pack says it indicates, such as a campaign or a malware family
/// @param notes qualifications, such as that it has expired or stands on a warninglist
public record IndicatorReference(
    String value, String type, String pack, String name, List<Text> notes) {
  public IndicatorReference {
    notes = List.copyOf(notes);
  }
}
