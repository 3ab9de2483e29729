package org.testigo.infrastructure;

import java.util.List;
import java.util.Optional;
import org.testigo.model.IpAddress;
import org.testigo.model.Text;

/// One machine, as far as can be told: an address of its own, or several that were folded into one.
///
/// @param id such as `H0001`, in the order of the lowest addresses
/// @param addresses by number
/// @param merges why several addresses are taken for one machine; empty for a single address
public record Host(
    String id,
    List<IpAddress> addresses,
    String cluster,
    Optional<Period> seen,
    boolean isActive,
    List<Merge> merges) {
  public Host {
    addresses = List.copyOf(addresses);
    merges = List.copyOf(merges);
  }

  /// A reason to take addresses for one machine.
  ///
  /// @param confidence 0 to 100, as in STIX
  public record Merge(Reason reason, List<IpAddress> addresses, int confidence, Text because) {
    public Merge {
      addresses = List.copyOf(addresses);
    }
  }

  /// Why addresses are taken for one machine.
  public enum Reason {
    /// A consumer line that gets a new address every day or so.
    DYNAMIC_LINE,
    /// Neighbouring addresses that show the same certificate at the same time.
    ADJACENT,
    /// Eight addresses or more in a row that answer alike for a month.
    BLOCK
  }
}
