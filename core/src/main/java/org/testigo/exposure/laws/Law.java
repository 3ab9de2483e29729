package org.testigo.exposure.laws;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.testigo.model.Country;
import org.testigo.model.Text;

/// A law that reaches data of communications. What it says stands in the message bundle; it is no
/// legal advice.
///
/// @param adopted its date as far as the sources tell it; empty where they do not
public record Law(
    String id, Set<Country> countries, Reach reach, String adopted, List<PublishedSource> sources) {
  public Law {
    countries = Set.copyOf(countries);
    sources = List.copyOf(sources);
  }

  /// What it does with data.
  public enum Reach {
    /// Authorities may demand it.
    ACCESS,
    /// It has to be kept.
    RETENTION,
    /// It is protected from being handed over.
    PROTECTION;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Text title() {
    return Text.of(Law.class, id + ".title");
  }

  /// What its sources say that it does.
  public Text says() {
    return Text.of(Law.class, id + ".says");
  }
}
