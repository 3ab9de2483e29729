package org.testigo.scans;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.model.Budget;
import org.testigo.model.LimitHitException;
import org.testigo.model.MalformedException;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.ScanRecord;

/// Every registered format is described, recognised, and meets cut, flipped and doubled files: it
/// throws nothing but what it may throw, in time.
@Timeout(120)
class ScanFormatsTest {
  private static final int CUTS = 120;
  private static final int FLIPS = 400;

  /// A format and one of its files.
  record Case(ScanFormat format, ScanFixture.File file) {
    @Override
    public String toString() {
      return format.spec().id() + ", " + file;
    }
  }

  static List<Case> cases() {
    Map<String, ScanFormat> byId =
        formats().collect(Collectors.toMap(format -> format.spec().id(), Function.identity()));
    return fixtures()
        .flatMap(fixture ->
            fixture.files().stream()
                .map(file -> new Case(Objects.requireNonNull(byId.get(fixture.formatId())), file)))
        .toList();
  }

  private static Stream<ScanFormat> formats() {
    return ServiceLoader.load(ScanFormat.class).stream().map(ServiceLoader.Provider::get);
  }

  private static Stream<ScanFixture> fixtures() {
    return ServiceLoader.load(ScanFixture.class).stream().map(ServiceLoader.Provider::get);
  }

  @Test
  void everyFormatHasAFixture() {
    var withFixture = fixtures().map(ScanFixture::formatId).collect(Collectors.toSet());
    var registered = formats().map(format -> format.spec().id()).collect(Collectors.toSet());
    assertThat(new TreeSet<>(withFixture)).isEqualTo(new TreeSet<>(registered));
  }

  @Test
  void everyFormatIsDescribed() {
    assertThat(formats().map(ScanFormat::spec))
        .allSatisfy(spec -> {
          assertThat(spec.id()).matches("[a-z][a-z0-9-]+");
          assertThat(spec.title()).isNotBlank();
          assertThat(spec.references()).isNotEmpty().allMatch(it -> it.startsWith("https://"));
        })
        .doesNotHaveDuplicates();
    assertThat(formats().filter(LineFormat.class::isInstance).map(ScanFormat::spec))
        .allSatisfy(spec -> assertThat(spec.carries()).isNotEmpty());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void onlyItsOwnFormatRecognisesAFile(Case healthy) {
    var head = ScanRead.head(healthy.file.name(), healthy.file.content());
    assertThat(formats().filter(format -> format.recognises(head)))
        .extracting(format -> format.spec().id())
        .containsExactly(healthy.format.spec().id());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aHealthyFileIsReadWhole(Case healthy) {
    var read = ScanRead.of(healthy.format, healthy.file.name(), healthy.file.content());
    assertThat(read.refused()).isEmpty();
    assertThat(read.unframed()).isEmpty();
    assertThat(read.records())
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.source().file()).isEqualTo(healthy.file.name()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aMarkAtTheBeginningAndOtherLineEndsChangeNothing(Case healthy) {
    var text = new String(healthy.file.content(), StandardCharsets.UTF_8);
    if (text.indexOf('\0') >= 0) return; // a database has no lines
    var expected = ScanRead.of(healthy.format, healthy.file.name(), text);
    var read =
        ScanRead.of(healthy.format, healthy.file.name(), "\ufeff" + text.replace("\n", "\r\n"));
    assertThat(read).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void linesCanBeDecodedInAnyOrder(Case healthy) {
    if (!(healthy.format instanceof LineFormat lines)) return;
    var whole = ScanRead.of(healthy.format, healthy.file.name(), healthy.file.content());
    var backwards = ScanRead.backwards(lines, healthy.file.name(), healthy.file.content());
    assertThat(backwards).containsExactlyInAnyOrderElementsOf(whole.records());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void cutFile(Case healthy) {
    byte[] whole = healthy.file.content();
    int step = Math.max(1, whole.length / CUTS);
    IntStream.iterate(0, length -> length < whole.length, length -> length + step)
        .forEach(length -> read(healthy, Arrays.copyOf(whole, length), "cut at " + length));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void flippedBytes(Case healthy) {
    var random = new Random(42);
    for (int i = 0; i < FLIPS; i++) {
      byte[] flipped = healthy.file.content().clone();
      int at = random.nextInt(flipped.length);
      flipped[at] = (byte) random.nextInt(256);
      read(healthy, flipped, "byte %d is %d".formatted(at, flipped[at]));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void doubledPieces(Case healthy) {
    var random = new Random(43);
    byte[] whole = healthy.file.content();
    for (int i = 0; i < FLIPS; i++) {
      int from = random.nextInt(whole.length);
      int to = from + 1 + random.nextInt(Math.min(whole.length - from, 200));
      byte[] doubled = new byte[whole.length + to - from];
      System.arraycopy(whole, 0, doubled, 0, to);
      System.arraycopy(whole, from, doubled, to, whole.length - from);
      read(healthy, doubled, "%d to %d twice".formatted(from, to));
    }
  }

  private static void read(Case healthy, byte[] damaged, String how) {
    healthy.format.recognises(ScanRead.head(healthy.file.name(), damaged));
    try {
      switch (healthy.format) {
        case LineFormat lines -> ScanRead.of(lines, healthy.file.name(), damaged);
        case FileFormat file ->
            file.read(
                ByteSource.of(damaged),
                healthy.file.name(),
                Optional.empty(),
                Budget.unhurried(),
                ScanFormatsTest::ignore,
                unreadable -> {});
      }
    } catch (MalformedException | LimitHitException allowed) {
      assertThat(allowed).hasMessageMatching("(?s).{5,}");
    } catch (RuntimeException e) {
      throw new AssertionError(healthy + ", " + how, e);
    }
  }

  private static void ignore(ScanRecord told) {
    assertThat(told.source().entry()).isPositive();
  }

  @Test
  void foreignFilesAreRecognisedByNobody() {
    for (var foreign :
        List.of("", "\n", "{}", "[]", "google.com\nyoutube.com\n", "{\"a\":", "x,y")) {
      var bytes = new Bytes(foreign.getBytes(StandardCharsets.UTF_8));
      var head = new ScanFormat.Head("foreign", bytes);
      assertThat(formats().filter(format -> format.recognises(head))).as(foreign).isEmpty();
    }
  }
}
