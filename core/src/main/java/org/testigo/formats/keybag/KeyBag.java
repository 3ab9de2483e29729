package org.testigo.formats.keybag;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.testigo.model.Limit;
import org.testigo.model.LimitHitException;
import org.testigo.model.MalformedException;
import org.testigo.model.MissingKeyException;

/// The key bag of an iOS backup, from `Manifest.plist` under `BackupKeyBag`.
///
/// A row of items, each a tag of 4 ASCII letters, a length of 4 bytes (big-endian) and a value.
/// First the head (`VERS`, `TYPE`, `UUID`, `HMCK`, `WRAP`, `SALT`, `ITER`, and since iOS 10.2
/// `DPWT`, `DPIC`, `DPSL`), then one group per protection class, each begun by its `UUID` (`CLAS`,
/// `WRAP`, `KTYP`, `WPKY`). Numbers are 4 bytes, big-endian. Bit 1 of a class's `WRAP` says that
/// its key is wrapped with a key of the device, bit 2 that it is wrapped with the password.
///
/// The key of the password is PBKDF2-HMAC-SHA1 over `SALT`, `ITER` times; since iOS 10.2 what goes
/// into it is PBKDF2-HMAC-SHA256 of the password over `DPSL`, `DPIC` times, instead of the password
/// itself.
///
/// Seen: version 3, iOS 9 to 26. Known from Apple Platform Security and from
/// <https://theapplewiki.com/wiki/Keybag>.
public final class KeyBag {
  /// Refuses key bags that would keep the machine busy for minutes; iOS writes 10,000,000.
  public static final long ITERATIONS_AT_MOST = 100_000_000;

  private static final int WRAPPED_WITH_PASSWORD = 2;
  private static final int KEY_BYTES = 32;

  private final byte[] salt;
  private final long iterations;
  private final Optional<FirstStage> firstStage;
  private final List<WrappedKey> classKeys;

  /// The stage that iOS 10.2 put before the old one.
  private record FirstStage(byte[] salt, long iterations) {}

  private KeyBag(
      byte[] salt, long iterations, Optional<FirstStage> firstStage, List<WrappedKey> classKeys) {
    this.salt = salt;
    this.iterations = iterations;
    this.firstStage = firstStage;
    this.classKeys = List.copyOf(classKeys);
  }

  /// @throws MalformedException when an item is cut, a needed one is missing, or a count is 0
  public static KeyBag parse(byte[] bytes) {
    var groups = KeyBagItems.parse(bytes);
    var head = groups.getFirst();
    var classes = new ArrayList<WrappedKey>();
    for (var group : groups.subList(1, groups.size())) wrappedWithPassword(group, classes);
    return new KeyBag(head.bytes("SALT"), head.positive("ITER"), firstStage(head), classes);
  }

  private static Optional<FirstStage> firstStage(KeyBagItems head) {
    if (!head.has("DPSL") && !head.has("DPIC")) return Optional.empty();
    return Optional.of(new FirstStage(head.bytes("DPSL"), head.positive("DPIC")));
  }

  /// Classes whose key hangs on the device alone cannot be opened anywhere else; they are left out.
  private static void wrappedWithPassword(KeyBagItems group, List<WrappedKey> into) {
    int protectionClass = (int) group.number("CLAS");
    if ((group.number("WRAP") & WRAPPED_WITH_PASSWORD) == 0) return;
    into.add(new WrappedKey(protectionClass, group.bytes("WPKY", WrappedKey.WRAPPED_BYTES)));
  }

  /// How many rounds opening takes, of both stages.
  public long iterations() {
    return iterations + firstStage.map(FirstStage::iterations).orElse(0L);
  }

  /// How many protection classes the password opens.
  public int classCount() {
    return classKeys.size();
  }

  /// Opens the key bag; empty where the password fits no class.
  ///
  /// @throws MissingKeyException when no class is wrapped with a password
  /// @throws LimitHitException when there are more than [#ITERATIONS_AT_MOST] rounds to make
  public Optional<ClassKeys> open(char[] password) {
    if (classKeys.isEmpty())
      throw new MissingKeyException("the key bag has no class whose key hangs on the password");
    if (iterations() > ITERATIONS_AT_MOST)
      throw new LimitHitException(Limit.ITERATIONS, ITERATIONS_AT_MOST);
    byte[] passwordKey = passwordKey(password);
    var opened = new HashMap<Integer, byte[]>();
    for (var key : classKeys) {
      ClassKeys.unwrap(passwordKey, key.wrapped())
          .ifPresent(unwrapped -> opened.put(key.protectionClass(), unwrapped));
    }
    Arrays.fill(passwordKey, (byte) 0);
    return opened.isEmpty() ? Optional.empty() : Optional.of(new ClassKeys(opened));
  }

  private byte[] passwordKey(char[] password) {
    byte[] stage = utf8(password);
    if (firstStage.isPresent()) {
      var first = firstStage.get();
      byte[] next = Pbkdf2.derive("HmacSHA256", stage, first.salt(), first.iterations(), KEY_BYTES);
      Arrays.fill(stage, (byte) 0);
      stage = next;
    }
    byte[] key = Pbkdf2.derive("HmacSHA1", stage, salt, iterations, KEY_BYTES);
    Arrays.fill(stage, (byte) 0);
    return key;
  }

  /// Not by way of a String, which could not be overwritten.
  private static byte[] utf8(char[] password) {
    ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
    byte[] bytes = Arrays.copyOf(encoded.array(), encoded.limit());
    Arrays.fill(encoded.array(), (byte) 0);
    return bytes;
  }
}
