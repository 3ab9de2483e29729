package org.testigo.formats.archives;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.testigo.Corpus;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.model.MalformedException;

class TarListingTest {

  @Test
  void readsFilesWhereTheyLie() {
    byte[] tar =
        new TarBytes()
            .member("backup/", '5', new byte[0])
            .file("backup/ñ✓", bytes("first"))
            .member("backup/link", '2', new byte[0])
            .file("backup/empty", new byte[0])
            .file("backup/last", bytes("x".repeat(1000)))
            .bytes();
    var listing = TarListing.read(ByteSource.of(tar));

    assertThat(TarListing.isTar(tar)).isTrue();
    assertThat(listing.fault()).isEmpty();
    assertThat(listing.members())
        .containsExactly(
            new TarMember("backup/", TarMember.Type.FOLDER, 512, 0, false),
            new TarMember("backup/ñ✓", TarMember.Type.FILE, 1024, 5, false),
            new TarMember("backup/link", TarMember.Type.LINK, 2048, 0, false),
            new TarMember("backup/empty", TarMember.Type.FILE, 2560, 0, false),
            new TarMember("backup/last", TarMember.Type.FILE, 3072, 1000, false));
    try (var source = listing.open(listing.members().get(1))) {
      assertThat(source.readAll(10)).isEqualTo(bytes("first"));
      assertThat(source.fault()).isEmpty();
    }
  }

  @Test
  void takesLongNamesAndPaxRecords() {
    String name = "folder/".repeat(30) + "end";
    byte[] tar =
        new TarBytes()
            .member("././@LongLink", 'L', bytes(name + "\0"))
            .file(name.substring(0, 100), bytes("a"))
            .member("PaxHeader", 'x', bytes("13 path=ñ/x\n12 size=512\n17 mtime=1.5 wer\n"))
            .file("other", bytes("b".repeat(512)))
            .file("plain", bytes("c"))
            .bytes();
    var listing = TarListing.read(ByteSource.of(tar));

    assertThat(listing.fault()).isEmpty();
    assertThat(listing.members()).extracting(TarMember::name).containsExactly(name, "ñ/x", "plain");
    assertThat(listing.members()).extracting(TarMember::sizeBytes).containsExactly(1L, 512L, 1L);
  }

  @Test
  void keepsWhatComesBeforeTheCut() {
    byte[] whole =
        new TarBytes().file("a", bytes("a".repeat(600))).file("b", bytes("b".repeat(600))).bytes();

    var inside = TarListing.read(ByteSource.of(Arrays.copyOf(whole, 1536 + 512 + 100)));
    assertThat(inside.members())
        .containsExactly(
            new TarMember("a", TarMember.Type.FILE, 512, 600, false),
            new TarMember("b", TarMember.Type.FILE, 2048, 100, true));
    assertThat(inside.fault().orElseThrow().detail())
        .isEqualTo("600 bytes wanted, the tar ends at 2148");
    try (var source = inside.open(inside.members().get(1))) {
      assertThat(source.readAll(200)).isEqualTo(bytes("b".repeat(100)));
      assertThat(source.fault().orElseThrow().detail())
          .isEqualTo("the tar is cut inside this member");
    }

    // Cut where a member ends: only the missing end mark tells.
    var between = TarListing.read(ByteSource.of(Arrays.copyOf(whole, 1536)));
    assertThat(between.members()).hasSize(1);
    assertThat(between.fault().orElseThrow().detail())
        .isEqualTo("the tar ends at 1536, expected its end mark");
  }

  @Test
  void refusesSizesThatAreNone() {
    byte[] header = TarBytes.header(bytes("a"), '0', 1);
    Arrays.fill(header, 124, 136, (byte) 0xff);
    TarBytes.sum(header);
    assertThat(TarListing.read(ByteSource.of(Arrays.copyOf(header, 2048))).fault())
        .hasValueSatisfying(
            fault -> assertThat(fault.detail()).isEqualTo("a size that is no number"));
    assertThatThrownBy(() -> TarHeader.parse(new byte[512], 0))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void everyCutAndEveryFlippedByteIsAnAnswer() {
    byte[] tar =
        new TarBytes()
            .member("././@LongLink", 'L', bytes("long\0"))
            .file("long", bytes("a"))
            .member("PaxHeader", 'x', bytes("13 path=ñ/x\n"))
            .file("other", bytes("b"))
            .bytes();
    for (int length = 0; length < tar.length - 1024; length += 7) {
      var listing = TarListing.read(ByteSource.of(Arrays.copyOf(tar, length)));
      assertThat(listing.fault()).as("cut at %d", length).isPresent();
    }
    for (int i = 0; i < tar.length; i++) {
      byte[] flipped = tar.clone();
      flipped[i] ^= 0x41;
      var listing = TarListing.read(ByteSource.of(flipped));
      for (TarMember member : listing.members()) listing.open(member).readAll(1 << 20);
      assertThat(listing.members().size()).isBetween(0, 4);
    }
  }

  @Test
  void takesHostileNamesAsData() {
    byte[] tar = new byte[1 << 20];
    try (var stream =
        UnpackedStream.gzip(
            new ByteArrayInputStream(Corpus.bytes("hostile/archives/tar_names.tar.gz")))) {
      tar = Arrays.copyOf(tar, stream.read(tar));
      assertThat(stream.fault()).isEmpty();
    }
    var listing = TarListing.read(ByteSource.of(tar));

    assertThat(listing.fault()).isEmpty();
    assertThat(listing.members()).hasSize(10);
    assertThat(listing.members().getFirst())
        .isEqualTo(
            new TarMember("../../../../tmp/testigo_slip", TarMember.Type.FILE, 512, 1, false));
    assertThat(listing.members())
        .extracting(TarMember::type)
        .containsExactly(
            TarMember.Type.FILE,
            TarMember.Type.FILE,
            TarMember.Type.FILE,
            TarMember.Type.LINK,
            TarMember.Type.FILE,
            TarMember.Type.LINK,
            TarMember.Type.OTHER,
            TarMember.Type.OTHER,
            TarMember.Type.FILE,
            TarMember.Type.FILE);
    assertThat(listing.members().getLast().name()).matches("n{2000,}");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
