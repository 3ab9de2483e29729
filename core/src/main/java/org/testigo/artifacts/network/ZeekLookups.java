package org.testigo.artifacts.network;

import java.util.ArrayList;
import java.util.List;
import org.testigo.artifacts.Readings;
import org.testigo.model.Conversation.Transport;
import org.testigo.model.IpAddress;
import org.testigo.model.Location;
import org.testigo.model.Moment;
import org.testigo.model.Moment.Meaning;
import org.testigo.model.NameLookup;
import org.testigo.model.NameLookup.Answer;
import org.testigo.model.NameLookup.Channel;

/// Entries of `dns` as look-ups of names. The log gives the values of answers without their types:
/// an address tells its own, another value of a question for addresses is an alias.
final class ZeekLookups {
  private static final int MULTICAST_PORT = 5353;
  private static final int LLMNR_PORT = 5355;

  private ZeekLookups() {}

  static void observe(LogRow entry, Location place, Readings readings) {
    var transport = ZeekFlows.transport(entry.text("proto"));
    var conversation = ZeekFlows.conversation(entry, transport);
    String name = entry.text("query").orElse("");
    String type = entry.text("qtype_name").orElse("").replace("*", "ANY");
    var lookup =
        new NameLookup(
            conversation,
            channel(transport, conversation.serverPort()),
            name,
            type,
            entry.text("rcode_name"),
            answers(entry, name, type),
            false);
    readings.observed(lookup, place, moments(entry));
  }

  static Channel channel(Transport transport, int serverPort) {
    if (transport == Transport.TCP) return Channel.TCP;
    return switch (serverPort) {
      case MULTICAST_PORT -> Channel.MULTICAST;
      case LLMNR_PORT -> Channel.LLMNR;
      default -> Channel.UDP;
    };
  }

  private static List<Answer> answers(LogRow entry, String name, String type) {
    var values = entry.list("answers");
    var times = entry.list("TTLs");
    var answers = new ArrayList<Answer>();
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i);
      long seconds = i < times.size() ? seconds(times.get(i)) : 0;
      answers.add(new Answer(name, typeOf(value, type), valueOf(value), seconds));
    }
    return answers;
  }

  private static long seconds(String text) {
    int dot = text.indexOf('.');
    String whole = dot < 0 ? text : text.substring(0, dot);
    return whole.matches("[0-9]{1,10}") ? Long.parseLong(whole) : 0;
  }

  private static String typeOf(String value, String asked) {
    var address = IpAddress.parse(value);
    if (address.isPresent()) return address.get().v6() ? "AAAA" : "A";
    if (value.startsWith("TXT ")) return "TXT";
    return switch (asked) {
      case "A", "AAAA", "HTTPS", "SVCB", "TXT" -> "CNAME";
      default -> asked;
    };
  }

  /// `TXT 18 abc` is a text of 18 bytes.
  private static String valueOf(String value) {
    return value.replaceFirst("^TXT [0-9]+ ", "");
  }

  private static List<Moment> moments(LogRow entry) {
    var moments = new ArrayList<>(ZeekFlows.moment(entry, Meaning.LOOKED_UP));
    var trip = entry.decimal("rtt").map(Spans::of);
    if (trip.isPresent() && !moments.isEmpty())
      moments.add(Moments.of(Meaning.ANSWERED, moments.getFirst().at().plus(trip.get())));
    return moments;
  }
}
