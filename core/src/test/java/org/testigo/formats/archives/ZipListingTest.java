package org.testigo.formats.archives;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.testigo.Corpus;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.model.MalformedException;
import org.testigo.model.UnsupportedLayoutException;

class ZipListingTest {

  @Test
  void readsStoredAndDeflatedEntries() {
    byte[] zip = zip(ZipOutputStream.STORED, Map.of("a/stored ñ✓", "stored bytes"));
    var listing = ZipListing.read(ByteSource.of(zip));

    assertThat(listing.members())
        .containsExactly(
            new ZipMember(
                "a/stored ñ✓",
                ZipMember.Type.FILE,
                ZipMember.Method.STORED,
                false,
                crc32("stored bytes"),
                12,
                12,
                0));
    try (var source = listing.stored(listing.members().getFirst()).orElseThrow()) {
      assertThat(new String(source.readAll(100), UTF_8)).isEqualTo("stored bytes");
    }

    byte[] deflated = zip(ZipOutputStream.DEFLATED, Map.of("b", "deflated ".repeat(10_000)));
    var packed = ZipListing.read(ByteSource.of(deflated));
    var member = packed.members().getFirst();
    assertThat(packed.stored(member)).isEmpty();
    try (var stream = packed.unpack(member)) {
      byte[] into = new byte[100_000];
      assertThat(stream.read(into)).isEqualTo(90_000);
      assertThat(new String(into, 0, 90_000, UTF_8)).isEqualTo("deflated ".repeat(10_000));
      assertThat(stream.fault()).isEmpty();
      assertThat(stream.read(into)).isZero();
      assertThat(stream.countBytes()).isEqualTo(90_000);
    }
  }

  @Test
  void listsManyEntries() {
    var entries = new TreeMap<String, String>();
    for (int i = 0; i < 70_000; i++) entries.put("%02x/%040x".formatted(i & 0xff, i), "");
    var members = ZipListing.read(ByteSource.of(zip(ZipOutputStream.STORED, entries))).members();

    assertThat(members).hasSize(70_000);
    assertThat(members.getFirst().name()).isEqualTo("00/%040x".formatted(0));
    assertThat(members.getLast().name()).isEqualTo("ff/%040x".formatted(69_887));
  }

  @Test
  void saysThatPackedBytesAreDamaged() {
    byte[] zip = zip(ZipOutputStream.DEFLATED, Map.of("b", "deflated ".repeat(10_000)));
    byte[] wrongSum = zip.clone();
    int directory = indexOf(wrongSum, new byte[] {'P', 'K', 1, 2});
    wrongSum[directory + 16] ^= 1;
    assertThat(faultOf(wrongSum)).startsWith("CRC-32 0x");

    byte[] wrongSize = zip.clone();
    wrongSize[directory + 24] ^= 1;
    assertThat(faultOf(wrongSize)).isEqualTo("90000 bytes unpacked, expected 90001");

    byte[] wrongBytes = zip.clone();
    Arrays.fill(wrongBytes, 40, 60, (byte) 0xff);
    assertThat(faultOf(wrongBytes)).startsWith("the packed bytes cannot be unpacked further: ");
  }

  private static String faultOf(byte[] zip) {
    var listing = ZipListing.read(ByteSource.of(zip));
    try (var stream = listing.unpack(listing.members().getFirst())) {
      stream.read(new byte[200_000]);
      return stream.fault().orElseThrow().detail();
    }
  }

  @Test
  void endsABombAtTheSizeThatItClaims() {
    byte[] zip = zip(ZipOutputStream.DEFLATED, Map.of("b", "\0".repeat(5_000_000)));
    int directory = indexOf(zip, new byte[] {'P', 'K', 1, 2});
    // Says that it unpacks to 16 bytes.
    Arrays.fill(zip, directory + 24, directory + 28, (byte) 0);
    zip[directory + 24] = 16;
    var listing = ZipListing.read(ByteSource.of(zip));
    try (var stream = listing.unpack(listing.members().getFirst())) {
      assertThat(stream.read(new byte[1000])).isEqualTo(1000);
      assertThat(stream.read(new byte[1000])).isZero();
      assertThat(stream.fault().orElseThrow().detail())
          .isEqualTo("1000 bytes unpacked, expected 16");
    }
  }

  @Test
  void everyCutIsRefused() {
    byte[] zip = zip(ZipOutputStream.DEFLATED, Map.of("a", "x", "b", "y"));
    for (int length = 0; length < zip.length; length++) {
      byte[] cut = Arrays.copyOf(zip, length);
      assertThatThrownBy(() -> ZipListing.read(ByteSource.of(cut)))
          .isInstanceOf(MalformedException.class);
    }
  }

  @Test
  void everyFlippedByteIsAnAnswer() {
    byte[] zip = zip(ZipOutputStream.DEFLATED, Map.of("a/b", "x".repeat(100)));
    int answers = 0;
    for (int i = 0; i < zip.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] flipped = zip.clone();
        flipped[i] ^= (byte) (1 << bit);
        readAll(flipped);
        answers++;
      }
    }
    assertThat(answers).isEqualTo(8 * zip.length);
  }

  /// Whatever it throws beyond these is a mistake of ours.
  private static void readAll(byte[] zip) {
    try {
      var listing = ZipListing.read(ByteSource.of(zip));
      for (ZipMember member : listing.members()) {
        var stored = listing.stored(member);
        if (stored.isPresent()) stored.get().readAll(1 << 20);
        else
          try (var stream = listing.unpack(member)) {
            stream.read(new byte[1 << 16]);
          }
      }
    } catch (MalformedException | UnsupportedLayoutException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  /// The names of these files say what is wrong with them. Where only a name is odd, or a single
  /// entry, the directory is listed.
  @Test
  void refusesWhatIsRefusedElsewhere() {
    var answers = new TreeMap<String, String>();
    for (Path file : Corpus.filesBelow("hostile/zip/yauzl/failure")) {
      String name = String.valueOf(file.getFileName());
      answers.put(name.substring(0, Math.min(30, name.length())), answer(file));
    }
    assertThat(answers)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry(
                    "End of central directory recor",
                    "no end of a zip in its last bytes: it is cut, or no zip"),
                Map.entry(
                    "Invalid comment length Expecte",
                    "the comment at the end of the zip does not end with the file"),
                Map.entry(
                    "file data overflows file bound",
                    "an entry of 2147483647 bytes, the directory begins at 136"),
                Map.entry(
                    "invalid central directory file", "signature 0x01014b50, expected 0x02014b50"),
                Map.entry("invalid characters in fileName", "[a\\txt of 5, b.txt of 5]"),
                Map.entry(
                    "invalid local file header sign", "signature 0x03034b50, expected 0x04034b50"),
                Map.entry("invalid relative path xt.zip", "[../xt of 5, b.txt of 5]"),
                Map.entry(
                    "invalid zip64 end of central d", "signature 0x00004b50, expected 0x06064b50"),
                Map.entry(
                    "multi-disk zip files are not s",
                    "the end of the zip at offset 286 belongs to one of several parts, expected one file"),
                Map.entry(
                    "not enough bytes in the stream",
                    "[zeros.bin: 1000000 bytes unpacked, expected 2048576]"),
                Map.entry(
                    "strong encryption is not suppo",
                    "the zip encrypts this entry with a password of its own, expected a plain one"),
                Map.entry(
                    "too many bytes in the stream e",
                    "[zeros.bin: 1000000 bytes unpacked, expected 82496]"),
                Map.entry(
                    "unsupported compression method",
                    "this entry is packed by an unknown method, expected stored or deflated"),
                Map.entry(
                    "zip64 extended information ext",
                    "an entry without the zip64 size or offset that it refers to")));
  }

  private static String answer(Path file) {
    try {
      var listing = ZipListing.read(ByteSource.of(Corpus.read(file)));
      var names = new ArrayList<String>();
      for (ZipMember member : listing.members())
        names.add(member.name() + readOne(listing, member));
      return names.toString();
    } catch (MalformedException | UnsupportedLayoutException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static String readOne(ZipListing listing, ZipMember member) {
    var stored = listing.stored(member);
    if (stored.isPresent()) return " of " + stored.get().sizeBytes();
    try (var stream = listing.unpack(member)) {
      stream.read(new byte[3_000_000]);
      return stream.fault().map(fault -> ": " + fault.detail()).orElse(" whole");
    }
  }

  @Test
  void listsWhatIsListedElsewhere() {
    var counts = new TreeMap<String, Integer>();
    for (Path file : Corpus.filesBelow("hostile/zip/yauzl/success")) {
      var listing = ZipListing.read(ByteSource.of(Corpus.read(file)));
      counts.put(String.valueOf(file.getFileName()), listing.members().size());
    }
    assertThat(counts).hasSize(14).containsEntry("empty.zip", 0);
  }

  @Test
  void takesNamesAsData() {
    var names = List.of("../../etc/passwd", "/abs", "C:\\win", "nul\0name", "\u202egpj.exe");
    var entries = new TreeMap<String, String>();
    for (String name : names) entries.put(name, "");

    assertThat(ZipListing.read(ByteSource.of(zip(ZipOutputStream.STORED, entries))).members())
        .extracting(ZipMember::name)
        .containsExactlyInAnyOrderElementsOf(names);
  }

  static byte[] zip(int method, Map<String, String> entries) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var entry : new TreeMap<>(entries).entrySet()) {
        byte[] bytes = entry.getValue().getBytes(UTF_8);
        var written = new ZipEntry(entry.getKey());
        written.setMethod(method);
        written.setSize(bytes.length);
        written.setCrc(Integer.toUnsignedLong(crc32(entry.getValue())));
        zip.putNextEntry(written);
        zip.write(bytes);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static int crc32(String text) {
    var crc32 = new CRC32();
    crc32.update(text.getBytes(UTF_8));
    return (int) crc32.getValue();
  }

  private static int indexOf(byte[] bytes, byte[] wanted) {
    for (int i = 0; i <= bytes.length - wanted.length; i++)
      if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) return i;
    throw new AssertionError("not found");
  }
}
