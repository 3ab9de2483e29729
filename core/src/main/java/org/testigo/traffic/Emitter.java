package org.testigo.traffic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.testigo.model.Conversation;
import org.testigo.model.Conversation.Transport;
import org.testigo.model.IpAddress;
import org.testigo.model.Moment;
import org.testigo.model.Moment.Meaning;
import org.testigo.model.Observable;
import org.testigo.model.Unreadable.Reason;

/// Passes observations on, with their times and ends in the words of the model; and keeps which
/// names addresses are known by.
final class Emitter {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int ICMP = 1;
  private static final int ICMP_V6 = 58;

  private final TrafficSink sink;
  private final NameTable names = new NameTable();

  /// Messages that could not be read whole since the capture cut their frames or lost some.
  private long cutMessages;

  private long firstCutMessage;

  Emitter(TrafficSink sink) {
    this.sink = sink;
  }

  NameTable names() {
    return names;
  }

  void give(Observable object, long frame, long nanos, Meaning meaning) {
    sink.observed(object, frame, nanos == 0 ? List.of() : List.of(moment(meaning, nanos)));
  }

  /// @param secondNanos 0 where the second moment is not known
  void give(
      Observable object,
      long frame,
      long nanos,
      Meaning meaning,
      long secondNanos,
      Meaning second) {
    var moments = new ArrayList<Moment>(2);
    if (nanos != 0) moments.add(moment(meaning, nanos));
    if (secondNanos != 0) moments.add(moment(second, secondNanos));
    sink.observed(object, frame, moments);
  }

  private static Moment moment(Meaning meaning, long nanos) {
    return new Moment(meaning, instant(nanos), raw(nanos));
  }

  static Instant instant(long nanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
  }

  private static String raw(long nanos) {
    var fraction = Long.toString(NANOS_PER_SECOND + Math.floorMod(nanos, NANOS_PER_SECOND));
    return Math.floorDiv(nanos, NANOS_PER_SECOND) + "." + fraction.substring(1);
  }

  void malformed(long frame, String detail) {
    sink.unreadable(frame, Reason.MALFORMED, detail);
  }

  void unsupported(long frame, String detail) {
    sink.unreadable(frame, Reason.UNSUPPORTED, detail);
  }

  void limit(long frame, String detail) {
    sink.unreadable(frame, Reason.LIMIT, detail);
  }

  void cutMessage(long frame) {
    if (cutMessages++ == 0) firstCutMessage = frame;
  }

  /// Tells of the messages that could not be read whole.
  void finish() {
    if (cutMessages > 0)
      malformed(
          firstCutMessage,
          "%d messages (handshakes, questions for names, headers) are not whole in the capture, the first is here"
              .formatted(cutMessages));
  }

  static Conversation conversation(Flow flow) {
    var low = new IpAddress(flow.v6, flow.lowHigh, flow.lowLow);
    var high = new IpAddress(flow.v6, flow.highHigh, flow.highLow);
    boolean isLow = flow.client == Flow.LOW;
    return new Conversation(
        transport(flow.protocol),
        isLow ? low : high,
        isLow ? flow.lowPort : flow.highPort,
        isLow ? high : low,
        isLow ? flow.highPort : flow.lowPort);
  }

  private static Transport transport(int protocol) {
    return switch (protocol) {
      case TCP -> Transport.TCP;
      case UDP -> Transport.UDP;
      case ICMP, ICMP_V6 -> Transport.ICMP;
      default -> Transport.OTHER;
    };
  }
}
