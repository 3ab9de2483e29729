package org.testigo.formats.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testigo.Corpus;
import org.testigo.model.MalformedException;

class CaptureReaderTest {
  private static final long SECONDS = 1_700_000_000L;

  private record Frame(long timeNanos, int linkType, int originalBytes, List<Byte> bytes) {}

  private static List<Frame> frames(byte[] capture) throws IOException {
    var reader = CaptureReader.open(new ByteArrayInputStream(capture));
    var frames = new ArrayList<Frame>();
    while (reader.next()) {
      var bytes = new ArrayList<Byte>();
      for (int i = 0; i < reader.capturedBytes(); i++)
        bytes.add(reader.bytes()[reader.offset() + i]);
      frames.add(new Frame(reader.timeNanos(), reader.linkType(), reader.originalBytes(), bytes));
    }
    return frames;
  }

  private static byte[] classic(int magic, ByteOrder order, int extraHead) {
    var out = ByteBuffer.allocate(200).order(order);
    out.putInt(magic).putShort((short) 2).putShort((short) 4).putInt(0).putInt(0).putInt(65535);
    out.putInt(0xf000_0000 | 101);
    for (int i = 1; i <= 2; i++) {
      out.putInt((int) SECONDS).putInt(i).putInt(3).putInt(60).put(new byte[extraHead]);
      out.put(new byte[] {(byte) i, 2, 3});
    }
    return Arrays.copyOf(out.array(), out.position());
  }

  @ParameterizedTest
  @CsvSource({
    "a1b2c3d4, LITTLE_ENDIAN, 0, 1000",
    "a1b2c3d4, BIG_ENDIAN, 0, 1000",
    "a1b23c4d, LITTLE_ENDIAN, 0, 1",
    "a1b23c4d, BIG_ENDIAN, 0, 1",
    "a1b2cd34, LITTLE_ENDIAN, 8, 1000",
  })
  void readsEveryVariantOfPcap(String magic, String order, int extraHead, int nanosPerTick)
      throws IOException {
    var byteOrder = order.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    var capture = classic(Integer.parseUnsignedInt(magic, 16), byteOrder, extraHead);
    assertThat(CaptureReader.recognises(capture)).isTrue();
    assertThat(frames(capture))
        .containsExactly(
            new Frame(
                SECONDS * 1_000_000_000 + nanosPerTick,
                101,
                60,
                List.of((byte) 1, (byte) 2, (byte) 3)),
            new Frame(
                SECONDS * 1_000_000_000 + 2L * nanosPerTick,
                101,
                60,
                List.of((byte) 2, (byte) 2, (byte) 3)));
  }

  @Test
  void tellsThatACaptureWasCutShort() throws IOException {
    var capture = classic(0xa1b2c3d4, ByteOrder.LITTLE_ENDIAN, 0);
    var cut = Arrays.copyOf(capture, capture.length - 1);
    var reader = CaptureReader.open(new ByteArrayInputStream(cut));
    assertThat(reader.next()).isTrue();
    assertThat(reader.cutShort()).isEmpty();
    assertThat(reader.next()).isFalse();
    assertThat(reader.cutShort())
        .contains("the capture ends in a frame: 18 of 19 bytes at offset 43");
  }

  @Test
  void refusesAFrameThatNoToolWrites() {
    var capture = classic(0xa1b2c3d4, ByteOrder.LITTLE_ENDIAN, 0);
    ByteBuffer.wrap(capture).order(ByteOrder.LITTLE_ENDIAN).putInt(32, 0x7fff_ffff);
    assertThatThrownBy(() -> frames(capture))
        .isInstanceOf(MalformedException.class)
        .hasMessage("a frame of 2147483647 bytes, expected at most 16777216");
  }

  @Test
  void readsSectionsOfEitherByteOrderAndInterfacesOfTheirOwnClock() throws IOException {
    var out = ByteBuffer.allocate(1000);
    section(out, ByteOrder.LITTLE_ENDIAN);
    describe(out, 1, new byte[] {9, 0, 1, 0, 9, 0, 0, 0, 14, 0, 8, 0, 100, 0, 0, 0, 0, 0, 0, 0});
    describe(out, 276, new byte[0]);
    packet(out, 1, SECONDS * 1_000_000 + 5);
    packet(out, 0, SECONDS * 1_000_000_000 + 7);
    section(out, ByteOrder.BIG_ENDIAN);
    describe(out, 113, new byte[] {0, 9, 0, 1, (byte) 0x8a, 0, 0, 0});
    packet(out, 0, SECONDS * 1024 + 512);
    var frames = frames(Arrays.copyOf(out.array(), out.position()));
    assertThat(frames).extracting(Frame::linkType).containsExactly(276, 1, 113);
    assertThat(frames)
        .extracting(Frame::timeNanos)
        .containsExactly(
            SECONDS * 1_000_000_000 + 5_000,
            (SECONDS + 100) * 1_000_000_000 + 7,
            SECONDS * 1_000_000_000 + 500_000_000);
  }

  private static void section(ByteBuffer out, ByteOrder order) {
    out.order(order).putInt(0x0a0d0d0a).putInt(28).putInt(0x1a2b3c4d);
    out.putShort((short) 1).putShort((short) 0).putLong(-1).putInt(28);
  }

  private static void describe(ByteBuffer out, int linkType, byte[] options) {
    int length = 20 + options.length;
    out.putInt(1).putInt(length).putShort((short) linkType).putShort((short) 0).putInt(0);
    out.put(options).putInt(length);
  }

  private static void packet(ByteBuffer out, int on, long ticks) {
    out.putInt(6).putInt(36).putInt(on).putInt((int) (ticks >>> 32)).putInt((int) ticks);
    out.putInt(2).putInt(1400).put(new byte[] {1, 2, 0, 0}).putInt(36);
  }

  @Test
  void refusesAFrameOfAnInterfaceThatIsNotDescribed() {
    var out = ByteBuffer.allocate(100);
    section(out, ByteOrder.LITTLE_ENDIAN);
    packet(out, 3, 0);
    assertThatThrownBy(() -> frames(Arrays.copyOf(out.array(), out.position())))
        .isInstanceOf(MalformedException.class)
        .hasMessage("a frame of interface 3, expected one of 0");
  }

  /// Every capture of the corpus has as many frames, with the same first and last time, as
  /// Wireshark's own tool says.
  @Test
  void countsTheFramesOfEveryCaptureAsWiresharkDoes() throws IOException {
    var root = Objects.requireNonNull(Corpus.path("network").getParent());
    int compared = 0;
    for (String line : Files.readAllLines(Corpus.path("expected/tshark/summary.tsv"))) {
      String[] fields = line.split("\t", -1);
      if (fields.length < 6 || fields[0].equals("file")) continue;
      compare(root.resolve(fields[0]), fields);
      compared++;
    }
    assertThat(compared).isEqualTo(289);
  }

  private static void compare(Path file, String[] fields) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var reader = CaptureReader.open(in);
      long frames = 0;
      while (reader.next()) frames++;
      assertThat(frames).as(fields[0]).isEqualTo(Long.parseLong(fields[2]));
    }
  }
}
