package org.testigo.networks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.testigo.model.MalformedException;

/// A MaxMind DB file: a tree of address bits, 16 bytes of zeroes, values, and at the end the
/// metadata after a marker. The tree is walked once and becomes columns, so that damage shows when
/// the file is opened and not in the middle of a run.
///
/// Country, network and the country of registration are taken by the names that MaxMind, DB-IP,
/// ip-location-db and IPinfo give them. IPv4 lies below 96 zero bits of an IPv6 tree; other places
/// of the tree that lead there again (6to4, Teredo) are passed over. A place more precise than the
/// country is never read.
///
/// Our own reader, since the file is handed in and hostile until read: each offset is compared with
/// the file, and the steps are counted.
///
/// Known from: MaxMind DB File Format Specification 2.0, <https://maxmind.github.io/MaxMind-DB/>.
final class MmdbTable {
  private static final byte[] MARKER =
      "\u00ab\u00cd\u00efMaxMind.com".getBytes(StandardCharsets.ISO_8859_1);

  /// The marker lies in the last so many bytes.
  private static final int METADATA_BYTES = 128 * 1024;

  private static final int SEPARATOR_BYTES = 16;
  private static final int MAJOR_VERSION = 2;

  /// Values looked at for each byte of the file; published files need less than one.
  private static final long STEPS_PER_BYTE = 64;

  private final MmdbTree tree;
  private final MmdbValues values;
  private final ColumnBuilder locations = new ColumnBuilder();
  private final ColumnBuilder announcers = new ColumnBuilder();
  private final ColumnBuilder registrations = new ColumnBuilder();
  private final SystemCollector systems = new SystemCollector();
  private final Map<Integer, Answer> answers = new HashMap<>();
  private int rows;
  private int rowsWithoutCountry;

  /// What one value of the file says, as numbers for the columns.
  private record Answer(int location, int announcer, int registration, boolean isOddCode) {
    private boolean isEmpty() {
      return (location | announcer | registration) == 0;
    }
  }

  private MmdbTable(MmdbTree tree, MmdbValues values) {
    this.tree = tree;
    this.values = values;
  }

  static boolean isMmdb(byte[] file) {
    return marker(file) >= 0;
  }

  private static int marker(byte[] file) {
    int lowest = Math.max(0, file.length - METADATA_BYTES);
    for (int at = file.length - MARKER.length; at >= lowest; at--)
      if (Arrays.equals(file, at, at + MARKER.length, MARKER, 0, MARKER.length)) return at;
    return -1;
  }

  static TableLayer read(TableOrigin origin, byte[] file) {
    int marker = marker(file);
    long steps = STEPS_PER_BYTE * file.length;
    var metadata = new MmdbValues(file, marker + MARKER.length, file.length, steps);
    long version = required(metadata, "binary_format_major_version", marker);
    if (version != MAJOR_VERSION)
      throw new MalformedException(
          marker, "format version %d, expected %d".formatted(version, MAJOR_VERSION));
    var tree =
        new MmdbTree(
            file,
            marker,
            required(metadata, "node_count", marker),
            required(metadata, "record_size", marker),
            required(metadata, "ip_version", marker));
    int data = tree.sizeBytes() + SEPARATOR_BYTES;
    var table = new MmdbTable(tree, new MmdbValues(file, data, marker, steps));
    table.walk();
    return table.layer(dated(origin, metadata));
  }

  private static long required(MmdbValues metadata, String key, int marker) {
    return metadata
        .number(0, key)
        .orElseThrow(() -> new MalformedException(marker, "metadata without the number " + key));
  }

  private static TableOrigin dated(TableOrigin origin, MmdbValues metadata) {
    Optional<LocalDate> built =
        metadata
            .number(0, "build_epoch")
            .filter(seconds -> seconds > 0 && seconds < Integer.toUnsignedLong(-1))
            .map(seconds -> LocalDate.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC));
    if (built.isEmpty()) return origin;
    return new TableOrigin(
        origin.name(), built, TableOrigin.DatedBy.TABLE, origin.licence(), origin.credits(), 0, 0);
  }

  private void walk() {
    tree.walk(this::range);
  }

  private void range(boolean v6, long high, long low, int bits, int offset) {
    Answer answer = answers.computeIfAbsent(offset, this::answer);
    rows++;
    if (answer.isOddCode()) rowsWithoutCountry++;
    int total = v6 ? 128 : 32;
    long lastHigh = v6 ? high | ones(64 - bits) : 0;
    long lastLow = low | ones(Math.min(64, total - bits));
    add(locations, v6, high, low, lastHigh, lastLow, answer.location());
    add(announcers, v6, high, low, lastHigh, lastLow, answer.announcer());
    add(registrations, v6, high, low, lastHigh, lastLow, answer.registration());
  }

  private static long ones(int count) {
    return count <= 0 ? 0 : -1L >>> 64 - count;
  }

  private static void add(
      ColumnBuilder column,
      boolean v6,
      long high,
      long low,
      long lastHigh,
      long lastLow,
      int value) {
    if (value != 0) column.add(v6, high, low, lastHigh, lastLow, value);
  }

  private Answer answer(int offset) {
    Optional<String> code =
        values
            .text(offset, "country", "iso_code")
            .or(() -> values.text(offset, "country_code"))
            .or(() -> values.text(offset, "country"));
    int location = country(code);
    int registration = country(values.text(offset, "registered_country", "iso_code"));
    boolean isOddCode = code.isPresent() && location == CountryCodes.NONE;
    return new Answer(location, announcer(offset), registration, isOddCode);
  }

  private static int country(Optional<String> code) {
    return code.map(CountryCodes::of).orElse(CountryCodes.NONE);
  }

  private int announcer(int offset) {
    Optional<Long> number =
        values
            .number(offset, "autonomous_system_number")
            .or(() -> values.number(offset, "asn"))
            .or(() -> values.text(offset, "asn").flatMap(MmdbTable::numberOf));
    if (number.isEmpty() || number.get() == 0) return 0;
    if (number.get() < 0 || number.get() > AutonomousSystem.MAX_NUMBER)
      throw new MalformedException(
          -1, "number of a network " + number.get() + ", at most 4294967295");
    return systems.mention(number.get(), name(offset), Optional.empty());
  }

  private String name(int offset) {
    return values
        .text(offset, "autonomous_system_organization")
        .or(() -> values.text(offset, "as_name"))
        .or(() -> values.text(offset, "name"))
        .orElse("");
  }

  /// Of a text such as `AS8151`.
  private static Optional<Long> numberOf(String text) {
    String digits = text.startsWith("AS") ? text.substring(2) : text;
    return digits.matches("[0-9]{1,10}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
  }

  private TableLayer layer(TableOrigin origin) {
    if (answers.values().stream().allMatch(Answer::isEmpty))
      throw new MalformedException(0, "no address of the file has a country or a network");
    var ordered = systems.ordered(announcers.build(), false);
    return new TableLayer(
        origin.counted(rows, rowsWithoutCountry),
        locations.build(),
        ordered.column(),
        registrations.build(),
        ordered.systems());
  }
}
