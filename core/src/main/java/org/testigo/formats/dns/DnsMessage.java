package org.testigo.formats.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testigo.model.MalformedException;

/// One message.
///
/// Header, 12 bytes: id (2), flags (2), counts of questions, answers, authorities and additionals
/// (2 each). Then the questions and the records.
///
/// @param isResponse whether it answers
/// @param responseCode such as 0 (no error) or 3 (no such name); with the upper bits of an extended
///   message
/// @param isTruncated whether the server had more to say than fits
/// @param records of all three sections, in their order
/// @param fault where the message stops being readable, with what came before it kept
public record DnsMessage(
    int id,
    boolean isResponse,
    int opcode,
    int responseCode,
    boolean isTruncated,
    List<Question> questions,
    List<Resource> records,
    Optional<MalformedException> fault) {
  private static final int HEADER_BYTES = 12;

  /// A message of 64 KiB cannot hold more.
  private static final int MOST_RECORDS = 6000;

  private static final int OPTIONS = 41;

  public DnsMessage {
    questions = List.copyOf(questions);
    records = List.copyOf(records);
  }

  /// What is asked for.
  ///
  /// @param name as it was spelled, without the last dot
  /// @param type such as 1 (A) or 28 (AAAA)
  /// @param kind such as 1 (the Internet), without the bit by which multicast wants a direct answer
  public record Question(String name, int type, int kind) {}

  /// A record.
  ///
  /// @param section 1 for an answer, 2 for an authority, 3 for an additional
  /// @param timeToLiveSeconds unsigned
  public record Resource(
      int section, String name, int type, int kind, long timeToLiveSeconds, ResourceData data) {}

  /// Reads a message.
  ///
  /// @throws MalformedException when not even its header and questions can be read
  public static DnsMessage read(byte[] bytes, int from, int to) {
    var reader = new DnsReader(bytes, from, to);
    reader.need(HEADER_BYTES, "the header of a message");
    int id = reader.u16();
    int flags = reader.u16();
    int questions = reader.u16();
    int[] counts = {reader.u16(), reader.u16(), reader.u16()};
    var asked = new ArrayList<Question>();
    for (int i = 0; i < questions; i++)
      asked.add(new Question(reader.name(), reader.u16(), reader.u16() & 0x7fff));
    var records = new ArrayList<Resource>();
    var fault = records(reader, counts, records);
    return new DnsMessage(
        id,
        (flags & 0x8000) != 0,
        flags >> 11 & 15,
        code(flags, records),
        (flags & 0x200) != 0,
        asked,
        records,
        fault);
  }

  private static Optional<MalformedException> records(
      DnsReader reader, int[] counts, List<Resource> records) {
    try {
      for (int section = 1; section <= 3; section++)
        for (int i = 0; i < counts[section - 1]; i++) {
          if (records.size() == MOST_RECORDS) throw reader.malformed("more than 6000 records");
          records.add(reader.resource(section));
        }
      return Optional.empty();
    } catch (MalformedException e) {
      return Optional.of(e);
    }
  }

  /// The code has four bits in the header and eight in the time to live of the options record.
  private static int code(int flags, List<Resource> records) {
    int low = flags & 15;
    return records.stream()
        .filter(record -> record.type() == OPTIONS)
        .findFirst()
        .map(record -> (int) (record.timeToLiveSeconds() >>> 24) << 4 | low)
        .orElse(low);
  }
}
