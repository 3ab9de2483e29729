package org.testigo.formats.netflow;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.testigo.formats.netflow.FlowTemplate.Field;
import org.testigo.model.IpAddress;

/// The values of one record that make a flow. Numbers of the elements are those that IANA keeps for
/// IPFIX; version 9 has the same for what it knows.
final class RecordValues {
  /// Elements of the other direction have this enterprise (RFC 5103).
  private static final long REVERSE = 29_305;

  /// Seconds from 1900-01-01 to 1970-01-01, for times as NTP has them.
  private static final long NTP_EPOCH_SECONDS = 2_208_988_800L;

  /// What four bytes hold.
  private static final long SECONDS_AT_MOST = 0xffff_ffffL;

  private final Map<Integer, Bytes> own = new HashMap<>();
  private final Map<Integer, Bytes> reverse = new HashMap<>();
  private final Clock clock;
  private final long offsetBytes;

  /// What the datagram says of time.
  ///
  /// @param exported when it was sent
  /// @param upMillis how long the exporter ran then, modulo 2^32; empty in IPFIX
  record Clock(Instant exported, OptionalLong upMillis) {

    /// A moment that the exporter counts from its start. The counter runs over after 49.7 days, so
    /// the nearest moment before or after the sending is meant.
    Optional<Instant> up(long millis) {
      return upMillis.isEmpty()
          ? Optional.empty()
          : Optional.of(exported.plusMillis(wrapped(millis - upMillis.getAsLong())));
    }

    /// A difference of two counters of 32 bits, either of which may have begun anew.
    private static long wrapped(long difference) {
      return difference << 32 >> 32;
    }
  }

  private RecordValues(Clock clock, long offsetBytes) {
    this.clock = clock;
    this.offsetBytes = offsetBytes;
  }

  /// Takes a record apart by its template.
  static RecordValues read(Bytes set, FlowTemplate template, Clock clock) {
    var values = new RecordValues(clock, set.offset());
    for (Field field : template.fields()) {
      var value = set.part(length(set, field), "element " + field.element());
      if (field.enterprise() == 0) values.own.putIfAbsent(field.element(), value);
      if (field.enterprise() == REVERSE) values.reverse.putIfAbsent(field.element(), value);
    }
    return values;
  }

  /// A length that the record gives has one byte, or three where the first is 255.
  private static int length(Bytes set, Field field) {
    if (field.lengthBytes() != FlowTemplate.VARIABLE) return field.lengthBytes();
    int length = set.u8("length");
    return length < 255 ? length : set.u16("length");
  }

  /// The flow; empty where the record has no addresses.
  Optional<FlowRecord> flow() {
    var source = address(8, 27);
    var destination = address(12, 28);
    if (source.isEmpty() || destination.isEmpty()) return Optional.empty();
    return Optional.of(
        new FlowRecord(
            offsetBytes,
            source.get(),
            port(7, 180, 182),
            destination.get(),
            port(11, 181, 183),
            (int) (number(own, 4).orElse(0L) & 0xff),
            (int) (number(own, 6).orElse(0L) & 0xffff),
            volume(1, 85, 231, 23),
            volume(2, 86, 298, 24),
            reverse(),
            start(),
            end(),
            clock.exported()));
  }

  private Optional<FlowRecord.Reverse> reverse() {
    var bytes = number(reverse, 1, 85).or(() -> number(own, 232));
    var packets = number(reverse, 2, 86).or(() -> number(own, 299));
    if (bytes.isEmpty() && packets.isEmpty()) return Optional.empty();
    return Optional.of(new FlowRecord.Reverse(bytes.orElse(0L), packets.orElse(0L)));
  }

  private OptionalLong volume(int... elements) {
    return number(own, elements).map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  /// Where a template has both kinds of address, the one that is not meant is zero.
  private Optional<IpAddress> address(int v4, int v6) {
    var four = value(own, v4).filter(bytes -> bytes.left() == 4);
    var six = value(own, v6).filter(bytes -> bytes.left() == 16);
    if (six.isPresent() && four.filter(bytes -> !bytes.isZero()).isEmpty())
      return six.map(bytes -> new IpAddress(true, bytes.peek(0, 8), bytes.peek(8, 8)));
    return four.map(bytes -> new IpAddress(false, 0, bytes.peek(0, 4)));
  }

  private int port(int... elements) {
    for (int element : elements) {
      long value = number(own, element).orElse(0L);
      if (value != 0) return (int) value & 0xffff;
    }
    return 0;
  }

  private Optional<Instant> start() {
    return moment(150, 152, 154, 156)
        .or(() -> before(158))
        .or(() -> up(22))
        .or(() -> number(own, 161).flatMap(span -> end().map(end -> end.minusMillis(span))));
  }

  private Optional<Instant> end() {
    return moment(151, 153, 155, 157).or(() -> before(159)).or(() -> up(21));
  }

  /// A moment in seconds, milliseconds, microseconds or nanoseconds; the last two as NTP has them:
  /// seconds since 1900 and a fraction of 2^32.
  private Optional<Instant> moment(int seconds, int millis, int micros, int nanos) {
    return number(own, seconds)
        .filter(value -> value >= 0 && value <= SECONDS_AT_MOST)
        .map(Instant::ofEpochSecond)
        .or(() -> number(own, millis).flatMap(RecordValues::millis))
        .or(() -> number(own, micros, nanos).map(RecordValues::ntp));
  }

  private static Optional<Instant> millis(long value) {
    return value < 0 || value > SECONDS_AT_MOST * 1_000
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(value));
  }

  private static Instant ntp(long value) {
    long nanos = (value & 0xffff_ffffL) * 1_000_000_000L >>> 32;
    return Instant.ofEpochSecond((value >>> 32) - NTP_EPOCH_SECONDS, nanos);
  }

  /// Microseconds before the sending.
  private Optional<Instant> before(int element) {
    return number(own, element)
        .filter(micros -> micros >= 0 && micros <= 0xffff_ffffL)
        .map(micros -> clock.exported().minusNanos(micros * 1_000));
  }

  private Optional<Instant> up(int element) {
    var millis = number(own, element);
    var init = number(own, 160).flatMap(RecordValues::millis);
    if (millis.isEmpty()) return Optional.empty();
    return init.isPresent()
        ? Optional.of(init.get().plusMillis(millis.get() & 0xffff_ffffL))
        : clock.up(millis.get());
  }

  /// The first of these elements that is there; they have at most eight bytes, often fewer than the
  /// standard gives them.
  private static Optional<Long> number(Map<Integer, Bytes> values, int... elements) {
    for (int element : elements) {
      var value = value(values, element).filter(bytes -> bytes.left() > 0 && bytes.left() <= 8);
      if (value.isPresent()) return value.map(bytes -> bytes.peek(0, bytes.left()));
    }
    return Optional.empty();
  }

  private static Optional<Bytes> value(Map<Integer, Bytes> values, int element) {
    return Optional.ofNullable(values.get(element));
  }
}
