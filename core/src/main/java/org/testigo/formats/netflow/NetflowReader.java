package org.testigo.formats.netflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.testigo.formats.netflow.RecordValues.Clock;
import org.testigo.model.Budget;
import org.testigo.model.IpAddress;
import org.testigo.model.MalformedException;

/// Reads datagrams that lie one after the other in a file, as programs store what exporters send.
///
/// | version | header | then |
/// |---|---|---|
/// | 5 | version u16, count u16, uptime in ms u32, seconds u32, nanoseconds u32, sequence u32, engine u16, sampling u16 | count records of 48 bytes |
/// | 9 | version u16, count u16, uptime in ms u32, seconds u32, sequence u32, source u32 | sets: number u16, length u16 |
/// | 10 (IPFIX) | version u16, length u16, seconds u32, sequence u32, domain u32 | sets |
///
/// Set 0 (in IPFIX 2) holds templates, 1 (3) templates of options, 256 and more records of the
/// template with that number. A version 9 datagram does not tell its length: it ends where the next
/// header begins, since no set has the numbers 5, 9 and 10. Records may come before their template:
/// they are kept and read at the end.
public final class NetflowReader {
  private static final int V5_HEADER_BYTES = 24;
  private static final int V5_RECORD_BYTES = 48;

  /// More do not fit into the frame of a datagram.
  private static final int V5_RECORDS_AT_MOST = 30;

  private static final int V9_HEADER_BYTES = 20;
  private static final int IPFIX_HEADER_BYTES = 16;
  private static final int WAITING_AT_MOST = 100_000;

  private final FlowTemplates templates;
  private final FlowSink sink;
  private final Budget budget;
  private final List<Waiting> waiting = new ArrayList<>();

  /// A set whose template has not come yet.
  private record Waiting(FlowTemplate.Key key, Bytes set, Clock clock) {}

  /// @param templates to which those of the datagrams are added
  public NetflowReader(FlowTemplates templates, FlowSink sink, Budget budget) {
    this.templates = templates;
    this.sink = sink;
    this.budget = budget;
  }

  /// Reads all datagrams; what has no template yet waits for [#finish].
  public void read(byte[] bytes) {
    var datagrams = new Bytes(bytes, 0, bytes.length);
    try {
      do {
        datagram(datagrams);
      } while (datagrams.left() > 0 && !datagrams.isZero());
    } catch (MalformedException e) {
      sink.unreadable(e);
    }
  }

  private void datagram(Bytes datagrams) {
    int offset = datagrams.offset();
    int version = datagrams.u16("version");
    switch (version) {
      case 5 -> version5(datagrams);
      case 9 -> version9(datagrams);
      case 10 -> ipfix(datagrams);
      default ->
          throw new MalformedException(
              offset, "version %d, expected 5, 9 or 10".formatted(version));
    }
  }

  private void version5(Bytes datagrams) {
    int offset = datagrams.offset();
    int count = datagrams.u16("count");
    var header = datagrams.part(V5_HEADER_BYTES - 4, "header");
    if (count == 0 || count > V5_RECORDS_AT_MOST) {
      throw new MalformedException(
          offset, "%d records, expected 1 to %d".formatted(count, V5_RECORDS_AT_MOST));
    }
    long up = header.u32("uptime");
    var exported =
        Instant.ofEpochSecond(header.u32("seconds"), header.u32("nanoseconds") % 1_000_000_000L);
    var clock = new Clock(exported, OptionalLong.of(up));
    for (int i = 0; i < count; i++) {
      budget.spendRow();
      sink.flow(version5(datagrams.part(V5_RECORD_BYTES, "record"), clock));
    }
  }

  private static FlowRecord version5(Bytes record, Clock clock) {
    return new FlowRecord(
        record.offset(),
        new IpAddress(false, 0, record.peek(0, 4)),
        (int) record.peek(32, 2),
        new IpAddress(false, 0, record.peek(4, 4)),
        (int) record.peek(34, 2),
        (int) record.peek(38, 1),
        (int) record.peek(37, 1),
        OptionalLong.of(record.peek(20, 4)),
        OptionalLong.of(record.peek(16, 4)),
        Optional.empty(),
        clock.up(record.peek(24, 4)),
        clock.up(record.peek(28, 4)),
        clock.exported());
  }

  private void version9(Bytes datagrams) {
    int offset = datagrams.offset();
    var header = datagrams.part(V9_HEADER_BYTES - 2, "header");
    int count = header.u16("count");
    long up = header.u32("uptime");
    var exported = Instant.ofEpochSecond(header.u32("seconds"));
    header.u32("sequence");
    long domain = header.u32("source");
    int sets = setCount(datagrams);
    var sets9 = datagrams.part(setBytes(datagrams, sets), "sets");
    if (count < sets) {
      sink.unreadable(
          new MalformedException(
              offset, "%d records announced, expected at least %d".formatted(count, sets)));
      return;
    }
    var clock = new Clock(exported, OptionalLong.of(up));
    while (sets9.left() >= 4 && !sets9.isZero()) set(sets9, 9, domain, clock);
  }

  /// How many sets stand before the next header, the padding or the end. Exporters count records in
  /// the header, some count sets: fewer than there are sets is neither.
  private static int setCount(Bytes datagrams) {
    int sets = 0;
    for (int at = 0; isSet(datagrams, at); at += (int) datagrams.peek(at + 2, 2)) sets++;
    return sets;
  }

  private static int setBytes(Bytes datagrams, int sets) {
    int length = 0;
    for (int i = 0; i < sets; i++) length += (int) datagrams.peek(length + 2, 2);
    // What follows and is no header is left to be told as damage; up to three bytes are padding.
    boolean hasMore = datagrams.left() - length >= 4 && !isHeader((int) datagrams.peek(length, 2));
    return hasMore || datagrams.left() - length < 4 ? datagrams.left() : length;
  }

  private static boolean isSet(Bytes datagrams, int at) {
    if (datagrams.left() - at < 4 || isHeader((int) datagrams.peek(at, 2))) return false;
    int length = (int) datagrams.peek(at + 2, 2);
    return length >= 4 && length <= datagrams.left() - at;
  }

  private static boolean isHeader(int number) {
    return number == 5 || number == 9 || number == 10;
  }

  private void ipfix(Bytes datagrams) {
    int offset = datagrams.offset();
    int length = datagrams.u16("length");
    if (length < IPFIX_HEADER_BYTES) {
      throw new MalformedException(
          offset, "length %d, expected %d or more".formatted(length, IPFIX_HEADER_BYTES));
    }
    var message = datagrams.part(length - 4, "message");
    var exported = Instant.ofEpochSecond(message.u32("seconds"));
    message.u32("sequence");
    long domain = message.u32("domain");
    var clock = new Clock(exported, OptionalLong.empty());
    while (message.left() >= 4 && !message.isZero()) set(message, 10, domain, clock);
  }

  /// Damage inside a set ends the set; a length that cannot be ends the file.
  private void set(Bytes message, int version, long domain, Clock clock) {
    budget.spendNode();
    int offset = message.offset();
    int number = message.u16("set number");
    int length = message.u16("set length");
    if (length < 4 || length - 4 > message.left()) {
      throw new MalformedException(
          offset,
          "set %d of %d bytes, expected 4 to %d".formatted(number, length, message.left() + 4));
    }
    var set = message.part(length - 4, "set");
    try {
      set(set, number, version, domain, clock);
    } catch (MalformedException e) {
      sink.unreadable(e);
    }
  }

  private void set(Bytes set, int number, int version, long domain, Clock clock) {
    int first = version == 9 ? 0 : 2;
    if (number == first) templates.readTemplates(set, version, domain);
    else if (number == first + 1) templates.readOptions(set, version, domain);
    else if (number >= 256)
      records(new Waiting(new FlowTemplate.Key(version, domain, number), set, clock));
    else
      throw new MalformedException(set.offset(), "set %d, which has no meaning".formatted(number));
  }

  private void records(Waiting data) {
    var template = templates.find(data.key());
    if (template.isPresent()) records(data, template.get());
    else if (waiting.size() < WAITING_AT_MOST) waiting.add(data);
    else throw noTemplate(data);
  }

  /// What is left behind the last record and is shorter than one is padding.
  private void records(Waiting data, FlowTemplate template) {
    while (data.set().left() >= template.shortestBytes()) {
      budget.spendRow();
      long offset = data.set().offset();
      RecordValues.read(data.set(), template, data.clock())
          .flow()
          .ifPresentOrElse(sink::flow, () -> sink.other(offset));
    }
  }

  /// Whether records wait for their template.
  public boolean isWaiting() {
    return !waiting.isEmpty();
  }

  /// Reads what waited for its template, also with templates of other files; what still has none is
  /// unreadable.
  public void finish(FlowTemplates others) {
    templates.complete(others);
    for (Waiting data : waiting) {
      try {
        var template = templates.find(data.key()).orElseThrow(() -> noTemplate(data));
        records(data, template);
      } catch (MalformedException e) {
        sink.unreadable(e);
      }
    }
    waiting.clear();
  }

  private MalformedException noTemplate(Waiting data) {
    var why = templates.isDisputed(data.key()) ? "files disagree on it" : "it was not told";
    return new MalformedException(
        data.set().offset(),
        "%d bytes of records of template %d of domain %d, which is not known: %s"
            .formatted(data.set().left(), data.key().number(), data.key().domain(), why));
  }
}
