package org.testigo.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testigo.model.Budget;
import org.testigo.model.Budget.Allowance;

/// Every registered parser meets cut and flipped files: it may throw only what a parser may throw,
/// and answers in time.
@Timeout(120)
class MutilationTest {
  private static final int CUTS = 150;
  private static final int FLIPS = 400;

  /// Far more than a fixture needs, far less than a minute.
  private static final Allowance ALLOWANCE =
      new Allowance(200_000, 1_000_000, 5_000_000, 1L << 30, 200, 5_000);

  /// A parser and one of its files.
  record Case(Artifact artifact, ArtifactFixture.File file) {
    @Override
    public String toString() {
      return artifact.spec().id() + ", " + file;
    }
  }

  static List<Case> cases() {
    return fixtures()
        .flatMap(fixture ->
            fixture.files().stream().map(file -> new Case(artifact(fixture.artifactId()), file)))
        .toList();
  }

  private static Stream<ArtifactFixture> fixtures() {
    return ServiceLoader.load(ArtifactFixture.class).stream().map(ServiceLoader.Provider::get);
  }

  private static Artifact artifact(String id) {
    return artifacts().filter(a -> a.spec().id().equals(id)).findFirst().orElseThrow();
  }

  private static Stream<Artifact> artifacts() {
    return ServiceLoader.load(Artifact.class).stream().map(ServiceLoader.Provider::get);
  }

  @Test
  void everyArtifactHasAFixture() {
    var withFixture = fixtures().map(ArtifactFixture::artifactId).collect(Collectors.toSet());
    var registered = artifacts().map(a -> a.spec().id()).collect(Collectors.toSet());
    assertThat(new TreeSet<>(withFixture)).isEqualTo(new TreeSet<>(registered));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void healthyFileIsReadWhole(Case healthy) {
    var parsed = Parsed.by(healthy.artifact, healthy.file);
    assertThat(parsed.ending()).isEmpty();
    assertThat(parsed.unreadables()).isEmpty();
    assertThat(parsed.observations()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void cutFile(Case healthy) {
    byte[] whole = healthy.file.content();
    cutLengths(whole.length)
        .forEach(length -> parse(healthy, Arrays.copyOf(whole, length), "cut at " + length));
  }

  private static IntStream cutLengths(int length) {
    var first = IntStream.range(0, Math.min(length, 40));
    var spread = IntStream.range(0, CUTS).map(i -> (int) ((long) length * i / CUTS));
    var last = IntStream.range(Math.max(0, length - 40), length);
    return IntStream.concat(IntStream.concat(first, spread), last);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void flippedBytes(Case healthy) {
    var random = new Random(20_240_501);
    for (int flip = 0; flip < FLIPS; flip++) {
      byte[] flipped = healthy.file.content().clone();
      int count = 1 + random.nextInt(4);
      for (int i = 0; i < count; i++) {
        flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
      }
      parse(healthy, flipped, "flip " + flip);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void otherFileInItsPlace(Case healthy) {
    byte[] noise = new byte[20_000];
    new Random(7).nextBytes(noise);
    byte[] picture = noise.clone();
    byte[] jpeg = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0};
    System.arraycopy(jpeg, 0, picture, 0, jpeg.length);
    for (byte[] content : List.of(new byte[0], new byte[20_000], noise, picture)) {
      var parsed = parse(healthy, content, "other file");
      assertThat(parsed.observations()).isEmpty();
      assertThat(parsed.ending().isPresent() || !parsed.unreadables().isEmpty()).isTrue();
    }
  }

  private static Parsed parse(Case healthy, byte[] content, String what) {
    var budget = new Budget(ALLOWANCE, System::nanoTime);
    try {
      return Parsed.by(healthy.artifact, healthy.file.with(content), budget);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw new AssertionError(healthy + ", " + what, e);
    }
  }
}
