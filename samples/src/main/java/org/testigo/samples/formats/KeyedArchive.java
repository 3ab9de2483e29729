package org.testigo.samples.formats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Builds what NSKeyedArchiver writes: a flat list of objects that point at one another by number;
/// number 0 is the null object.
public final class KeyedArchive {
  private final List<Object> objects = new ArrayList<>(List.of("$null"));
  private final Map<String, Uid> classes = new HashMap<>();

  /// What stands for nothing.
  public static final Uid NULL = new Uid(0);

  /// Keeps the place of the root, which refers to what comes after it.
  public KeyedArchive() {
    objects.add(NULL);
  }

  /// Adds an object and gives its number.
  public Uid add(Object value) {
    objects.add(value);
    return new Uid(objects.size() - 1);
  }

  /// Gives the number of a class, described once.
  ///
  /// @param ancestors its own name first
  public Uid classOf(String... ancestors) {
    return classes.computeIfAbsent(
        ancestors[0],
        name -> add(Dict.of("$classname", name, "$classes", Arrays.asList(ancestors))));
  }

  /// The archive as a binary property list.
  public byte[] write(Object root) {
    objects.set(1, root);
    return BinaryPlist.write(
        Dict.of(
            "$version",
            100_000,
            "$archiver",
            "NSKeyedArchiver",
            "$top",
            Dict.of("root", new Uid(1)),
            "$objects",
            objects));
  }
}
