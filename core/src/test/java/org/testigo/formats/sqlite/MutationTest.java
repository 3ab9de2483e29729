package org.testigo.formats.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testigo.model.Budget;
import org.testigo.model.LimitHitException;

/// Cut and changed databases: always an answer, in time, and no exception but those promised.
class MutationTest {
  private static final int BASES = 10;
  private static final int CHANGES = 100;

  /// Far more than any of the files can rightly cost.
  private static final Budget.Allowance SMALL =
      new Budget.Allowance(200_000, 200_000, 1, 1L << 30, 512, 600_000);

  @TempDir private Path scratch;

  @Test
  @Timeout(120)
  void endsWithWhatCanBeRead() throws SQLException, IOException {
    int readings = 0;
    int limits = 0;
    for (int base = 0; base < BASES; base++) {
      Path folder = Files.createDirectory(scratch.resolve("base-" + base));
      Path main = DatabaseMaker.make(5000 + base, folder);
      Path log = main.resolveSibling("copy.db-wal");
      byte[] bytes = Files.readAllBytes(main);
      Optional<byte[]> logBytes =
          Files.exists(log) ? Optional.of(Files.readAllBytes(log)) : Optional.empty();
      var random = new Random(base);
      for (int i = 0; i < CHANGES; i++) {
        byte[] changed = change(bytes, random);
        Optional<byte[]> changedLog =
            random.nextBoolean() ? logBytes.map(l -> change(l, random)) : logBytes;
        if (!reads(changed, changedLog)) limits++;
        readings++;
      }
    }
    assertThat(readings).isEqualTo(BASES * CHANGES);
    assertThat(limits).as("a file costs no more than it has pages and rows").isZero();
  }

  private static boolean reads(byte[] main, Optional<byte[]> log) {
    try {
      Reading.of(main, log, new Budget(SMALL, () -> 0));
      return true;
    } catch (LimitHitException e) {
      return false;
    }
  }

  /// Cut, with flipped bits, with a run of one value, or with a page in the place of another.
  private static byte[] change(byte[] sound, Random random) {
    if (sound.length == 0) return sound;
    byte[] bytes = sound.clone();
    switch (random.nextInt(5)) {
      case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      case 1 -> {
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + random.nextInt(40));
        Arrays.fill(bytes, from, to, (byte) random.nextInt(256));
      }
      case 2 -> {
        int size = 512;
        int from = random.nextInt(Math.max(1, bytes.length / size)) * size;
        int to = random.nextInt(Math.max(1, bytes.length / size)) * size;
        System.arraycopy(sound, from, bytes, to, Math.min(size, bytes.length - Math.max(from, to)));
      }
      case 3 -> {
        int page = random.nextInt(Math.max(1, bytes.length / 512)) * 512;
        for (int i = 0; i < 6; i++) {
          bytes[Math.min(bytes.length - 1, page + random.nextInt(24))] = (byte) random.nextInt(256);
        }
      }
      default -> {
        for (int i = 0; i < 1 + bytes.length / 2000; i++) {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
      }
    }
    return bytes;
  }
}
