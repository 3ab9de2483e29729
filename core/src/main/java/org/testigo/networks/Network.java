package org.testigo.networks;

import java.util.Optional;
import java.util.OptionalLong;
import org.testigo.model.Country;

/// What a table says of an address. The two countries answer different questions and may differ.
///
/// @param probableCountry where the machine probably is: the country of the address range. Never
///   more precise than that, and often wrong for routers, mobile lines, tunnels and addresses that
///   are announced in many places at once
/// @param system whose network announces the address
/// @param lawCountry whose law binds the network
public record Network(
    Optional<Country> probableCountry,
    Optional<AutonomousSystem> system,
    Optional<LawCountry> lawCountry) {
  /// Of an address that no table knows.
  static final Network UNKNOWN = new Network(Optional.empty(), Optional.empty(), Optional.empty());

  public boolean isKnown() {
    return probableCountry.isPresent() || system.isPresent() || lawCountry.isPresent();
  }

  /// The number of the autonomous system, 1 to 4294967295.
  public OptionalLong asn() {
    return system.isPresent() ? OptionalLong.of(system.get().number()) : OptionalLong.empty();
  }

  /// The organisation behind the network as the table writes it: free text, to be escaped where it
  /// is shown. Empty where it is not known.
  public String name() {
    return system.map(AutonomousSystem::name).orElse("");
  }

  boolean isComplete() {
    return probableCountry.isPresent() && system.isPresent() && lawCountry.isPresent();
  }

  /// This, and of the other what this does not say. The other's law counts only for the same
  /// network, or where this knows none.
  Network or(Network other) {
    if (!isKnown()) return other;
    boolean isSame = system.isEmpty() || other.asn().equals(asn());
    return new Network(
        probableCountry.or(other::probableCountry),
        system.or(other::system),
        isSame ? lawCountry.or(other::lawCountry) : lawCountry);
  }

  /// The law of the network by its number, where it is not known yet.
  Network withLawFrom(SystemList systems) {
    if (lawCountry.isPresent() || system.isEmpty()) return this;
    var law = systems.byNumber(system.get().number()).flatMap(AutonomousSystem::lawCountry);
    return law.isEmpty() ? this : new Network(probableCountry, system, law);
  }
}
