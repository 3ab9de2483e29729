package org.testigo.scans;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.testigo.Corpus;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.model.Budget;
import org.testigo.model.MalformedException;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.ScanRecord;
import org.testigo.model.scan.ScanTime;
import org.testigo.model.scan.ServiceSighting;
import org.testigo.scans.LineFormat.Beginning;

/// What a format read from a file.
///
/// @param refused what could not be read, each with the line's number in front
/// @param unframed numbers of lines that the cheap look refuses
record ScanRead(List<ScanRecord> records, List<String> refused, List<Long> unframed) {

  /// What the runner gives a format to recognise a file by.
  private static final int HEAD_BYTES = 65_536;

  static ScanRead of(ScanFormat format, Path corpusFile) {
    return of(format, String.valueOf(corpusFile.getFileName()), Corpus.read(corpusFile));
  }

  static ScanRead of(ScanFormat format, String name, String text) {
    return of(format, name, text.getBytes(StandardCharsets.UTF_8));
  }

  static ScanRead of(ScanFormat format, String name, byte[] bytes) {
    return of(format, name, bytes, Optional.empty());
  }

  static ScanRead of(ScanFormat format, String name, byte[] bytes, Optional<ScanTime> fileTime) {
    return switch (format) {
      case LineFormat lines -> lines(lines, name, bytes, fileTime);
      case FileFormat file -> file(file, name, bytes, fileTime);
    };
  }

  private static ScanRead lines(
      LineFormat format, String name, byte[] bytes, Optional<ScanTime> fileTime) {
    var read = new ScanRead(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    int firstEnd = lineEnd(bytes, 0);
    var first = new Bytes(Arrays.copyOf(bytes, firstEnd));
    var decoder = format.decoder(new Beginning(name, first, fileTime));
    long number = 0;
    for (int from = 0; from < bytes.length; ) {
      int to = lineEnd(bytes, from);
      number++;
      if (!format.isFramed(bytes, from, to)) read.unframed.add(number);
      read.line(decoder, bytes, from, to, number);
      from = to + 1;
    }
    return read;
  }

  /// What lines say when the last is decoded first, as several threads may.
  static List<ScanRecord> backwards(LineFormat format, String name, byte[] bytes) {
    var first = new Bytes(Arrays.copyOf(bytes, lineEnd(bytes, 0)));
    var decoder = format.decoder(new Beginning(name, first, Optional.empty()));
    List<ScanRecord> records = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    for (int from = 0; from < bytes.length; from = lineEnd(bytes, from) + 1) starts.add(from);
    for (int i = starts.size(); i > 0; i--) {
      int from = starts.get(i - 1);
      decoder.decode(bytes, from, lineEnd(bytes, from), i, records::add);
    }
    return records;
  }

  private void line(LineFormat.Decoder decoder, byte[] bytes, int from, int to, long number) {
    int before = records.size();
    try {
      decoder.decode(bytes, from, to, number, records::add);
      boolean isUnframed = !unframed.isEmpty() && unframed.getLast() == number;
      if (isUnframed && records.size() > before) {
        throw new AssertionError("line %d is not framed, and decoded".formatted(number));
      }
    } catch (MalformedException e) {
      refused.add("%d: %s".formatted(number, e.detail()));
    }
  }

  private static int lineEnd(byte[] bytes, int from) {
    int to = from;
    while (to < bytes.length && bytes[to] != '\n') to++;
    return to;
  }

  private static ScanRead file(
      FileFormat format, String name, byte[] bytes, Optional<ScanTime> fileTime) {
    var read = new ScanRead(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    try {
      format.read(
          ByteSource.of(bytes),
          name,
          fileTime,
          Budget.unhurried(),
          read.records::add,
          unreadable -> read.refused.add(unreadable.detail()));
    } catch (MalformedException e) {
      read.refused.add(e.detail());
    }
    return read;
  }

  static ScanFormat.Head head(String name, byte[] bytes) {
    int length = Math.min(bytes.length, HEAD_BYTES);
    return new ScanFormat.Head(name, new Bytes(Arrays.copyOf(bytes, length)));
  }

  List<ServiceSighting> services() {
    return records.stream()
        .filter(ServiceSighting.class::isInstance)
        .map(ServiceSighting.class::cast)
        .toList();
  }

  /// The answer of the only service, in Latin-1 so that every byte is a character.
  String onlyAnswer() {
    if (!refused.isEmpty() || records.size() != 1) throw new AssertionError(this);
    return answer(services().getFirst());
  }

  static String answer(ServiceSighting service) {
    return new String(service.answer().orElseThrow().raw().array(), StandardCharsets.ISO_8859_1);
  }
}
