package org.testigo.networks;

import java.util.Optional;
import org.testigo.model.IpAddress;

/// What one file says: columns of addresses, and its list of autonomous systems.
///
/// @param locations [CountryCodes] of where machines probably are
/// @param announcers places in the list of systems, plus 1
/// @param registrations [CountryCodes] of where the table says that the range is registered
record TableLayer(
    TableOrigin origin,
    AddressColumn locations,
    AddressColumn announcers,
    AddressColumn registrations,
    SystemList systems) {

  Network lookUp(IpAddress address) {
    int location = locations.at(address);
    int announcer = announcers.at(address);
    int registration = registrations.at(address);
    if ((location | announcer | registration) == 0) return Network.UNKNOWN;
    Optional<AutonomousSystem> system = systems.system(announcer);
    return new Network(CountryCodes.country(location), system, law(registration, system));
  }

  private static Optional<LawCountry> law(int registration, Optional<AutonomousSystem> system) {
    if (registration != CountryCodes.NONE)
      return CountryCodes.country(registration).map(LawCountry::registered);
    return system.isPresent() ? system.get().lawCountry() : Optional.empty();
  }
}
