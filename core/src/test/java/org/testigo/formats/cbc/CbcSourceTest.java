package org.testigo.formats.cbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.formats.keybag.MadeUpKeyBag;
import org.testigo.model.MalformedException;

class CbcSourceTest {
  private static final byte[] KEY = bytes(32, 1);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 16, 17, 16_383, 16_384, 16_385, 3_000_000})
  void givesThePlainBytesWhole(int size) {
    byte[] plain = bytes(size, 2);
    try (var source = source(MadeUpKeyBag.encrypt(KEY, plain))) {
      assertThat(source.sizeBytes()).isEqualTo(size);
      assertThat(source.fault()).isEmpty();
      assertThat(source.readAll(size)).isEqualTo(plain);
    }
  }

  @Test
  void readsAnyPlaceOnItsOwn() {
    byte[] plain = bytes(3_000_000, 3);
    var random = new Random(4);
    try (var source = source(MadeUpKeyBag.encrypt(KEY, plain))) {
      for (int i = 0; i < 2_000; i++) {
        int length = random.nextInt(40_000);
        int offset = random.nextInt(plain.length - length + 1);
        byte[] into = new byte[length + 2];
        source.read(offset, into, 1, length);
        assertThat(Arrays.copyOfRange(into, 1, length + 1))
            .isEqualTo(Arrays.copyOfRange(plain, offset, offset + length));
      }
    }
  }

  @Test
  void readsLittleToGiveLittle() {
    var encrypted = new CountingSource(MadeUpKeyBag.encrypt(KEY, bytes(50_000_000, 5)));
    try (var source = CbcSource.padded(encrypted, KEY)) {
      source.read(20_000_000, new byte[4096], 0, 4096);
      source.read(20_000_000, new byte[4096], 0, 4096);
    }
    assertThat(encrypted.bytesRead).isLessThan(4 * 16_400);
  }

  @Test
  void keepsEveryWholeBlockWhereThePaddingIsBad() {
    byte[] blocks = bytes(64, 6);
    blocks[63] = 17;
    try (var source = source(MadeUpKeyBag.encryptBlocks(KEY, blocks))) {
      assertThat(source.readAll(64)).isEqualTo(blocks);
      assertThat(source.fault())
          .hasValueSatisfying(fault -> {
            assertThat(fault.offsetBytes()).isEqualTo(48);
            assertThat(fault.detail())
                .isEqualTo("the last block ends with 0x11, expected padding of 0x01 to 0x10");
          });
    }
  }

  @Test
  void keepsEveryWholeBlockWhereTheFileIsCut() {
    byte[] plain = bytes(100, 7);
    byte[] cut = Arrays.copyOf(MadeUpKeyBag.encrypt(KEY, plain), 90);
    try (var source = source(cut)) {
      assertThat(source.readAll(100)).isEqualTo(Arrays.copyOf(plain, 80));
      assertThat(source.fault())
          .hasValueSatisfying(fault -> {
            assertThat(fault.offsetBytes()).isEqualTo(80);
            assertThat(fault.detail())
                .isEqualTo("the encrypted file has 90 bytes, expected a multiple of 16");
          });
    }
  }

  @Test
  void takesWholeBlocksWithoutPaddingAsTheyAre() {
    byte[] blocks = bytes(512, 9);
    blocks[511] = 1;
    try (var source =
        CbcSource.unpadded(ByteSource.of(MadeUpKeyBag.encryptBlocks(KEY, blocks)), KEY)) {
      assertThat(source.readAll(512)).isEqualTo(blocks);
      assertThat(source.fault()).isEmpty();
    }
  }

  @Test
  void givesNothingOfAnEmptyFile() {
    try (var source = source(new byte[0])) {
      assertThat(source.sizeBytes()).isZero();
      assertThat(source.fault()).isEmpty();
    }
  }

  @Test
  void refusesToReadBeyondItsEnd() {
    try (var source = source(MadeUpKeyBag.encrypt(KEY, bytes(20, 8)))) {
      assertThatThrownBy(() -> source.read(10, new byte[32], 0, 11))
          .isInstanceOf(MalformedException.class)
          .hasMessage("11 bytes wanted, the file ends at 20");
      assertThatThrownBy(() -> source.read(Long.MAX_VALUE, new byte[32], 0, 1))
          .isInstanceOf(MalformedException.class);
      assertThatThrownBy(() -> source.read(-1, new byte[32], 0, 1))
          .isInstanceOf(MalformedException.class);
    }
  }

  private static CbcSource source(byte[] encrypted) {
    return CbcSource.padded(ByteSource.of(encrypted), KEY);
  }

  private static byte[] bytes(int length, int seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static final class CountingSource implements ByteSource {
    private final ByteSource source;
    private long bytesRead;

    private CountingSource(byte[] bytes) {
      source = ByteSource.of(bytes);
    }

    @Override
    public long sizeBytes() {
      return source.sizeBytes();
    }

    @Override
    public void read(long offsetBytes, byte[] into, int from, int length) {
      bytesRead += length;
      source.read(offsetBytes, into, from, length);
    }

    @Override
    public void close() {
      source.close();
    }
  }
}
