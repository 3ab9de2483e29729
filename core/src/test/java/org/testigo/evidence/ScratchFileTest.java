package org.testigo.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testigo.model.MalformedException;

class ScratchFileTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void givesAnyPlaceOfWhatItTook() {
    byte[] all = new byte[300_000];
    new Random(1).nextBytes(all);
    try (var scratch = ScratchFile.in(folder)) {
      for (int at = 0; at < all.length; at += 65_537)
        scratch.append(Arrays.copyOfRange(all, at, Math.min(all.length, at + 65_537)));
      assertThat(scratch.readAll(all.length)).isEqualTo(all);
      var random = new Random(2);
      for (int i = 0; i < 300; i++) {
        int length = random.nextInt(1000);
        int offset = random.nextInt(all.length - length);
        byte[] into = new byte[length];
        scratch.read(offset, into, 0, length);
        assertThat(into).isEqualTo(Arrays.copyOfRange(all, offset, offset + length));
      }
      assertThatThrownBy(() -> scratch.read(299_999, new byte[2], 0, 2))
          .isInstanceOf(MalformedException.class);
    }
  }

  @Test
  void leavesNothingReadableOnTheDisk() throws IOException {
    Path file = folder.resolve("scratch");
    var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    String text = "a message of the person ".repeat(1000);
    try (var scratch = new ScratchFile(channel)) {
      scratch.append(text.getBytes(ISO_8859_1));
      assertThat(Files.readString(file, ISO_8859_1))
          .hasSize(text.length())
          .doesNotContain("person");
    }
  }

  @Test
  void deletesItselfAndCarriesWhatIsWrongWithTheBytes() throws IOException {
    var damage = new MalformedException(7, "cut");
    try (var scratch = ScratchFile.in(folder)) {
      scratch.append(new byte[10]);
      assertThat(scratch.fault()).isEmpty();
      assertThat(scratch.finished(Optional.of(damage)).fault()).contains(damage);
    }
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }
}
