package org.testigo.model;

import java.util.List;
import java.util.Optional;

/// The way of packets through the network as it was measured: from where, router after router, to
/// where (traceroute, mtr, RIPE Atlas).
///
/// @param tool that measured it, such as `traceroute` or `ripe-atlas`
/// @param from the address that sent the packets, as others see it; empty where not recorded
/// @param target whom they were for, as recorded: a name or an address
/// @param destination the address of the target; empty where not recorded
/// @param hops in their order; a router that did not answer is a hop without answers
/// @param isReached whether the target itself answered
public record NetworkPath(
    String tool,
    Optional<IpAddress> from,
    String target,
    Optional<IpAddress> destination,
    List<Hop> hops,
    boolean isReached)
    implements Observable {
  public NetworkPath {
    hops = List.copyOf(hops);
  }

  /// One step of the way.
  ///
  /// @param number counted from 1
  public record Hop(int number, List<Answer> answers) {
    public Hop {
      answers = List.copyOf(answers);
      if (number < 1) throw new IllegalArgumentException("hop " + number);
    }
  }

  /// An answer of a router.
  ///
  /// @param name under which the tool shows it; empty where it shows none
  /// @param roundTripMicros the time until the answer came; empty where not recorded
  public record Answer(IpAddress from, Optional<String> name, Optional<Long> roundTripMicros) {
    public Answer {
      if (roundTripMicros.filter(micros -> micros < 0).isPresent())
        throw new IllegalArgumentException("round trip of " + roundTripMicros);
    }
  }
}
