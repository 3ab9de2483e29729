package org.testigo.indicators;

import java.util.List;
import org.testigo.model.Text;

/// Well-known names that a pack may list by mistake or because they were abused once: a finding
/// that rests on one is qualified, never silenced.
public final class Warninglists {
  /// The lists that come with the program.
  public static final Warninglists BUNDLED = new Warninglists();

  private Warninglists() {}

  /// The qualifications of an indicator: one for each list that holds exactly its value.
  public List<Text> notes(String type, String value) {
    return List.of();
  }
}
