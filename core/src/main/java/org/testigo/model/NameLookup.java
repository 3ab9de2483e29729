package org.testigo.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A question to the Domain Name System, and its answer where one was seen.
///
/// @param conversation between who asks and who answers; for multicast the server is the group
/// @param name as it was spelled, without the last dot
/// @param type such as `A` or `HTTPS`; `TYPE` and the number for one without a name
/// @param responseCode such as `NOERROR` or `NXDOMAIN`; empty where no answer was seen
/// @param answers all records of the answer section, with the chain of aliases
/// @param offersEncryptedHello whether an answer holds the key for encrypted hellos
public record NameLookup(
    Conversation conversation,
    Channel channel,
    String name,
    String type,
    Optional<String> responseCode,
    List<Answer> answers,
    boolean offersEncryptedHello)
    implements Observable {
  public NameLookup {
    answers = List.copyOf(answers);
  }

  /// How the question travelled.
  public enum Channel {
    UDP,
    TCP,
    /// To all devices in the same network (mDNS).
    MULTICAST,
    /// To all devices in the same network, by Microsoft's protocol (LLMNR).
    LLMNR;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A record of the answer.
  ///
  /// @param value an address or name as text; for other types what can be shown of it
  public record Answer(String name, String type, String value, long timeToLiveSeconds) {}
}
