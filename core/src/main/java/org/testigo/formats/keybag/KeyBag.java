package org.testigo.formats.keybag;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
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
  private static final int UTF_8_BYTES_PER_CHAR_AT_MOST = 3;
  private final List<DerivationStage> stages;
  private final List<WrappedKey> classKeys;

  private KeyBag(List<DerivationStage> stages, List<WrappedKey> classKeys) {
    this.stages = List.copyOf(stages);
    this.classKeys = List.copyOf(classKeys);
  }

  /// @throws MalformedException when an item is cut, a needed one is missing, or a count is 0
  public static KeyBag parse(byte[] bytes) {
    var groups = KeyBagItems.parse(bytes);
    var head = groups.getFirst();
    var classes = new ArrayList<WrappedKey>();
    for (var group : groups.subList(1, groups.size())) wrappedWithPassword(group, classes);
    return new KeyBag(stages(head), classes);
  }

  private static List<DerivationStage> stages(KeyBagItems head) {
    var stages = new ArrayList<DerivationStage>();
    if (head.has("DPSL") || head.has("DPIC"))
      stages.add(new DerivationStage("HmacSHA256", head.bytes("DPSL"), head.positive("DPIC")));
    stages.add(new DerivationStage("HmacSHA1", head.bytes("SALT"), head.positive("ITER")));
    return stages;
  }

  /// Classes whose key hangs on the device alone cannot be opened anywhere else; they are left out.
  private static void wrappedWithPassword(KeyBagItems group, List<WrappedKey> into) {
    int protectionClass = (int) group.number("CLAS");
    if ((group.number("WRAP") & WRAPPED_WITH_PASSWORD) == 0) return;
    into.add(new WrappedKey(protectionClass, group.bytes("WPKY", WrappedKey.WRAPPED_BYTES)));
  }

  /// How many rounds opening takes, of both stages.
  public long iterations() {
    return stages.stream().mapToLong(DerivationStage::iterations).sum();
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
    byte[] key = utf8(password);
    for (var stage : stages) {
      byte[] next = stage.derive(key);
      Arrays.fill(key, (byte) 0);
      key = next;
    }
    return key;
  }

  /// Not by way of a String, which could not be overwritten.
  private static byte[] utf8(char[] password) {
    byte[] room = new byte[password.length * UTF_8_BYTES_PER_CHAR_AT_MOST];
    var encoded = ByteBuffer.wrap(room);
    var encoder = StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE);
    encoder.encode(CharBuffer.wrap(password), encoded, true);
    byte[] bytes = Arrays.copyOf(room, encoded.position());
    Arrays.fill(room, (byte) 0);
    return bytes;
  }
}
