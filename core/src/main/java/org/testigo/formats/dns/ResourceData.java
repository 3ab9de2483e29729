package org.testigo.formats.dns;

import java.util.List;
import java.util.Optional;
import org.testigo.model.IpAddress;

/// What a record says.
public sealed interface ResourceData {

  /// An address (types A and AAAA).
  record Address(IpAddress address) implements ResourceData {}

  /// Another name (types CNAME, NS, PTR, DNAME and the exchange of MX).
  record Name(String name) implements ResourceData {}

  /// Where a service is (type SRV).
  record Service(int priority, int weight, int port, String target) implements ResourceData {}

  /// How to reach a service (types SVCB and HTTPS).
  ///
  /// @param target empty for the name itself
  /// @param protocols such as `h2`
  /// @param hints addresses to begin with
  /// @param hasEncryptedHello whether a key for encrypted hellos is offered
  record Binding(
      int priority,
      String target,
      List<String> protocols,
      Optional<Integer> port,
      List<IpAddress> hints,
      boolean hasEncryptedHello)
      implements ResourceData {
    public Binding {
      protocols = List.copyOf(protocols);
      hints = List.copyOf(hints);
    }
  }

  /// Texts (type TXT).
  record Texts(List<String> texts) implements ResourceData {
    public Texts {
      texts = List.copyOf(texts);
    }
  }

  /// Where a zone begins (type SOA).
  record Authority(String server, String mailbox) implements ResourceData {}

  /// A record that is not taken apart.
  ///
  /// @param sizeBytes of its data
  record Other(int sizeBytes) implements ResourceData {}
}
