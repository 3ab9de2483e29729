package org.testigo.formats.keybag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testigo.formats.keybag.MadeUpKeyBag.Generation;
import org.testigo.model.LimitHitException;
import org.testigo.model.MalformedException;
import org.testigo.model.MissingKeyException;

class KeyBagTest {
  private static final String PASSWORD = "contraseña✓";
  private static final byte[] FILE_KEY =
      "0123456789abcdef0123456789ABCDEF".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  @ParameterizedTest
  @EnumSource(Generation.class)
  void opensEveryClassWithThePassword(Generation generation) {
    var bag = KeyBag.parse(new MadeUpKeyBag(generation, PASSWORD).bytes());

    assertThat(bag.classCount()).isEqualTo(11);
    assertThat(bag.iterations()).isEqualTo(generation == Generation.SINCE_10_2 ? 110 : 10);
    try (var keys = bag.open(PASSWORD.toCharArray()).orElseThrow()) {
      for (int i = 1; i <= 11; i++) {
        var wrapped = WrappedKey.parse(MadeUpKeyBag.wrappedKey(i, FILE_KEY));
        assertThat(keys.unwrap(wrapped)).isEqualTo(FILE_KEY);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Generation.class)
  void staysShutToAnotherPassword(Generation generation) {
    var bag = KeyBag.parse(new MadeUpKeyBag(generation, PASSWORD).bytes());

    assertThat(bag.open("contrasena✓".toCharArray())).isEmpty();
    assertThat(bag.open(new char[0])).isEmpty();
  }

  @Test
  void namesTheClassWhoseKeyIsMissing() {
    var madeUp = new MadeUpKeyBag(Generation.SINCE_10_2, PASSWORD);
    var out = new ByteArrayOutputStream();
    madeUp.writeHead(out);
    madeUp.writeClass(out, 3, 2);
    madeUp.writeClass(out, 6, 1);

    try (var keys = KeyBag.parse(out.toByteArray()).open(PASSWORD.toCharArray()).orElseThrow()) {
      var wrapped = WrappedKey.parse(MadeUpKeyBag.wrappedKey(6, FILE_KEY));
      assertThatThrownBy(() -> keys.unwrap(wrapped))
          .isInstanceOf(MissingKeyException.class)
          .hasMessage(
              "a key of protection class 6, expected one of the classes [3] that the key bag opens");
    }
  }

  @Test
  void saysThatAFileKeyDoesNotFit() {
    byte[] damaged = MadeUpKeyBag.wrappedKey(4, FILE_KEY);
    damaged[20] ^= 1;
    var bag = KeyBag.parse(new MadeUpKeyBag(Generation.SINCE_10_2, PASSWORD).bytes());

    try (var keys = bag.open(PASSWORD.toCharArray()).orElseThrow()) {
      assertThatThrownBy(() -> keys.unwrap(WrappedKey.parse(damaged)))
          .isInstanceOf(MissingKeyException.class)
          .hasMessage(
              "a key of protection class 4 does not fit the key of its class in the key bag");
    }
  }

  @Test
  void forgetsItsKeysWhenClosed() {
    var bag = KeyBag.parse(new MadeUpKeyBag(Generation.BEFORE_10_2, PASSWORD).bytes());
    var keys = bag.open(PASSWORD.toCharArray()).orElseThrow();
    keys.close();

    var wrapped = WrappedKey.parse(MadeUpKeyBag.wrappedKey(1, FILE_KEY));
    assertThatThrownBy(() -> keys.unwrap(wrapped)).isInstanceOf(MissingKeyException.class);
  }

  @Test
  void saysThatNoClassHangsOnThePassword() {
    var madeUp = new MadeUpKeyBag(Generation.SINCE_10_2, PASSWORD);
    var out = new ByteArrayOutputStream();
    madeUp.writeHead(out);
    madeUp.writeClass(out, 3, 1);
    var bag = KeyBag.parse(out.toByteArray());

    assertThat(bag.classCount()).isZero();
    assertThatThrownBy(() -> bag.open(PASSWORD.toCharArray()))
        .isInstanceOf(MissingKeyException.class)
        .hasMessage("the key bag has no class whose key hangs on the password");
  }

  @Test
  void refusesRoundsWithoutEnd() {
    byte[] bytes = new MadeUpKeyBag(Generation.SINCE_10_2, PASSWORD).bytes();
    set(bytes, "DPIC", 0xffffffff);
    var bag = KeyBag.parse(bytes);

    assertThat(bag.iterations()).isEqualTo(4_294_967_305L);
    assertThatThrownBy(() -> bag.open(PASSWORD.toCharArray()))
        .isInstanceOf(LimitHitException.class)
        .hasMessage("limit of 100000000 iterations reached");
  }

  @Test
  void refusesAnItemThatIsCut() {
    byte[] bytes = new MadeUpKeyBag(Generation.SINCE_10_2, PASSWORD).bytes();

    assertThatThrownBy(() -> KeyBag.parse(Arrays.copyOf(bytes, bytes.length - 1)))
        .isInstanceOfSatisfying(
            MalformedException.class,
            e -> {
              assertThat(e.offsetBytes()).isEqualTo(bytes.length - 44);
              assertThat(e.detail())
                  .isEqualTo("key bag item WPKY says that it has 40 bytes, 39 are left");
            });
    assertThatThrownBy(() -> KeyBag.parse(Arrays.copyOf(bytes, 5)))
        .hasMessage("5 bytes left in the key bag, expected an item of at least 8");
  }

  @Test
  void refusesAMissingItemAndACountOfZero() {
    byte[] withoutSalt = new MadeUpKeyBag(Generation.SINCE_10_2, PASSWORD).bytes();
    withoutSalt[indexOf(withoutSalt, "SALT")] = 'X';
    assertThatThrownBy(() -> KeyBag.parse(withoutSalt))
        .isInstanceOf(MalformedException.class)
        .hasMessage("the key bag lacks SALT in the group that begins here");

    byte[] zero = new MadeUpKeyBag(Generation.SINCE_10_2, PASSWORD).bytes();
    set(zero, "ITER", 0);
    assertThatThrownBy(() -> KeyBag.parse(zero))
        .isInstanceOf(MalformedException.class)
        .hasMessage("ITER of the key bag is 0, expected at least 1");
    assertThatThrownBy(() -> KeyBag.parse(new byte[0])).isInstanceOf(MalformedException.class);
  }

  @Test
  void everyCutIsAnAnswer() {
    byte[] bytes = new MadeUpKeyBag(Generation.SINCE_10_2, PASSWORD).bytes();
    int refused = 0;
    for (int length = 0; length < bytes.length; length++) {
      try {
        assertThat(KeyBag.parse(Arrays.copyOf(bytes, length)).classCount()).isBetween(0, 10);
      } catch (MalformedException e) {
        refused++;
      }
    }
    // It is whole only where a class ends: after the head, and after each of the first ten.
    assertThat(refused).isGreaterThan(bytes.length - 30);
  }

  private static void set(byte[] bytes, String tag, int value) {
    System.arraycopy(MadeUpKeyBag.number(value), 0, bytes, indexOf(bytes, tag) + 8, 4);
  }

  private static int indexOf(byte[] bytes, String tag) {
    return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(tag);
  }
}
