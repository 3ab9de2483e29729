package org.testigo.formats.keyedarchive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.testigo.formats.plist.PlistBytes;
import org.testigo.formats.plist.PlistValue;

/// Writes keyed archives for tests.
public final class KeyedArchiveBytes {
  private final List<Object> objects = new ArrayList<>(List.of("$null"));
  private final Map<String, PlistValue.Uid> classes = new LinkedHashMap<>();

  /// Adds an object as it stands in the property list.
  public PlistValue.Uid add(Object object) {
    objects.add(object);
    return new PlistValue.Uid(objects.size() - 1L);
  }

  /// Adds an object of a class.
  public PlistValue.Uid add(String className, Map<String, ?> fields) {
    var object = new LinkedHashMap<String, Object>(fields);
    object.put("$class", classOf(className));
    return add(object);
  }

  private PlistValue.Uid classOf(String className) {
    var known = classes.get(className);
    if (known != null) return known;
    var added = add(Map.of("$classname", className, "$classes", List.of(className, "NSObject")));
    classes.put(className, added);
    return added;
  }

  /// An archive with this object at the top.
  public byte[] with(PlistValue.Uid root) {
    var archive = new LinkedHashMap<String, Object>();
    archive.put("$version", 100_000);
    archive.put("$archiver", "NSKeyedArchiver");
    archive.put("$top", Map.of("root", root));
    archive.put("$objects", objects);
    return PlistBytes.binary(archive);
  }

  /// An archive of one address.
  public static byte[] url(String address) {
    var archive = new KeyedArchiveBytes();
    var text = archive.add(address);
    return archive.with(
        archive.add("NSURL", Map.of("NS.base", new PlistValue.Uid(0), "NS.relative", text)));
  }
}
