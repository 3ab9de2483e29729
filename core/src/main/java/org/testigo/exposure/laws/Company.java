package org.testigo.exposure.laws;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.testigo.model.Country;

/// A company or foundation that runs services or networks.
///
/// @param laws the countries whose law binds it; more than one where it is registered in one and
///   led from another
/// @param domains names that are its own, with all below them
/// @param networks numbers of the autonomous systems that are its own
/// @param sources what this rests on, at least one
public record Company(
    String id,
    String name,
    List<Country> laws,
    Set<Trait> traits,
    List<String> domains,
    List<Long> networks,
    List<PublishedSource> sources) {

  /// What of it matters for where a machine is and who sees what.
  public enum Trait {
    /// The same address answers in many countries.
    ANYCAST,
    /// Copies of what others publish stand in many countries.
    CONTENT_NETWORK,
    /// Machines in many countries are let to others.
    CLOUD,
    /// Answers questions for names.
    RESOLVER,
    VPN,
    /// Gives access to the network.
    CARRIER;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private static final Set<Trait> EVERYWHERE =
      EnumSet.of(Trait.ANYCAST, Trait.CONTENT_NETWORK, Trait.CLOUD);

  public Company {
    laws = List.copyOf(laws);
    traits = Set.copyOf(traits);
    domains = List.copyOf(domains);
    networks = List.copyOf(networks);
    sources = List.copyOf(sources);
    if (laws.isEmpty() || sources.isEmpty())
      throw new IllegalArgumentException(id + " without law or source");
  }

  /// Whether an address of its networks does not tell where the machine is.
  public boolean isEverywhere() {
    return traits.stream().anyMatch(EVERYWHERE::contains);
  }
}
