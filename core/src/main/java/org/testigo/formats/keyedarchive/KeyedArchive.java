package org.testigo.formats.keyedarchive;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.testigo.formats.plist.CocoaTime;
import org.testigo.formats.plist.Plist;
import org.testigo.formats.plist.PlistValue;
import org.testigo.model.Budget;
import org.testigo.model.MalformedException;
import org.testigo.model.UnsupportedLayoutException;

/// Reads the object graph that `NSKeyedArchiver` wrote.
///
/// Every method throws [MalformedException] when what it reaches does not follow the layout.
public final class KeyedArchive {
  /// A chain of base addresses longer than this is a circle or an attack.
  private static final int MAX_URL_BASES = 16;

  private final PlistValue.Dictionary top;
  private final List<PlistValue> objects;

  private KeyedArchive(PlistValue.Dictionary top, List<PlistValue> objects) {
    this.top = top;
    this.objects = objects;
  }

  public static KeyedArchive open(byte[] bytes, Budget budget) {
    return of(Plist.parse(bytes, budget));
  }

  /// @throws UnsupportedLayoutException when the list is no archive, or one of another archiver
  public static KeyedArchive of(PlistValue list) {
    if (!(list instanceof PlistValue.Dictionary dictionary)) {
      throw new MalformedException(0, list.kind() + ", expected the dictionary of a keyed archive");
    }
    String archiver = dictionary.text("$archiver").orElse("none");
    if (!archiver.equals("NSKeyedArchiver")) {
      throw new UnsupportedLayoutException(
          "an archive of archiver %s, expected NSKeyedArchiver".formatted(archiver));
    }
    var objects = dictionary.array("$objects").orElseThrow(() -> missing("$objects"));
    var top = dictionary.dictionary("$top").orElseThrow(() -> missing("$top"));
    return new KeyedArchive(top, objects.values());
  }

  private static MalformedException missing(String key) {
    return new MalformedException(-1, "a keyed archive without " + key);
  }

  /// The outermost object: `root`, else the first one that is named.
  public ArchivedValue root() {
    var entries = top.entries();
    if (entries.isEmpty()) throw missing("an outermost object");
    return top("root").orElseGet(() -> resolve(entries.getFirst().value()));
  }

  /// An outermost object by its name.
  public Optional<ArchivedValue> top(String name) {
    return top.get(name).map(this::resolve);
  }

  /// Every address in the archive, each once, in the order of the objects.
  public List<String> urls() {
    var urls = new LinkedHashSet<String>();
    for (PlistValue object : objects) {
      if (object instanceof PlistValue.Dictionary fields && fields.get("NS.relative").isPresent()) {
        urls.add(url(fields, 0));
      }
    }
    return new ArrayList<>(urls);
  }

  /// What a reference stands for; a value that is none stands for itself.
  ArchivedValue resolve(PlistValue value) {
    return decode(follow(value));
  }

  private PlistValue follow(PlistValue value) {
    if (!(value instanceof PlistValue.Uid(long index))) return value;
    if (index >= objects.size()) {
      throw new MalformedException(
          -1, "reference to object %d of %d".formatted(index, objects.size()));
    }
    return objects.get((int) index);
  }

  private ArchivedValue decode(PlistValue value) {
    return switch (value) {
      case PlistValue.Text(String text) ->
          text.equals("$null") ? new ArchivedValue.Nothing() : new ArchivedValue.Text(text);
      case PlistValue.Null() -> new ArchivedValue.Nothing();
      case PlistValue.Dictionary fields -> object(fields);
      case PlistValue.Array array -> new ArchivedValue.Sequence(this, array.values());
      case PlistValue.Uid(long index) ->
          throw new MalformedException(-1, "object %d is itself a reference".formatted(index));
      case PlistValue.Whole _,
          PlistValue.Real _,
          PlistValue.Truth _,
          PlistValue.Date _,
          PlistValue.Data _ ->
          new ArchivedValue.Plain(value);
    };
  }

  private ArchivedValue object(PlistValue.Dictionary fields) {
    String className = className(fields);
    return switch (className) {
      case "NSNull" -> new ArchivedValue.Nothing();
      case "NSString", "NSMutableString" -> new ArchivedValue.Text(string(fields, "NS.string"));
      case "NSAttributedString", "NSMutableAttributedString" ->
          new ArchivedValue.Text(string(fields, "NSString"));
      case "NSURL" -> new ArchivedValue.Url(url(fields, 0));
      case "NSDate" -> time(fields);
      case "NSData", "NSMutableData" -> new ArchivedValue.Plain(required(fields, "NS.data"));
      case "NSUUID" -> uuid(fields);
      case "NSArray",
          "NSMutableArray",
          "NSSet",
          "NSMutableSet",
          "NSOrderedSet",
          "NSMutableOrderedSet" ->
          new ArchivedValue.Sequence(this, list(fields, "NS.objects"));
      case "NSDictionary", "NSMutableDictionary" ->
          new ArchivedValue.Table(this, list(fields, "NS.keys"), list(fields, "NS.objects"));
      default -> new ArchivedValue.Named(this, className, fields);
    };
  }

  private String className(PlistValue.Dictionary fields) {
    var reference = fields.get("$class");
    if (reference.isEmpty()) return "";
    return follow(reference.get()) instanceof PlistValue.Dictionary type
        ? type.text("$classname").orElse("")
        : "";
  }

  private PlistValue required(PlistValue.Dictionary fields, String name) {
    return follow(fields.get(name).orElseThrow(() -> missing(name)));
  }

  private String string(PlistValue.Dictionary fields, String name) {
    return switch (required(fields, name)) {
      case PlistValue.Text(String text) -> text;
      case PlistValue.Dictionary inner when inner.get("NS.string").isPresent() ->
          inner.text("NS.string").orElse("");
      case PlistValue other ->
          throw new MalformedException(-1, "%s holds %s".formatted(name, other.kind()));
    };
  }

  private List<PlistValue> list(PlistValue.Dictionary fields, String name) {
    return fields.array(name).orElseThrow(() -> missing(name)).values();
  }

  /// An address is kept relative to another, or, as is usual, to none.
  private String url(PlistValue.Dictionary fields, int bases) {
    if (bases > MAX_URL_BASES) throw new MalformedException(-1, "an address with endless bases");
    String relative = string(fields, "NS.relative");
    var base = fields.get("NS.base").map(this::follow);
    if (base.isPresent() && base.get() instanceof PlistValue.Dictionary baseFields) {
      return Urls.join(url(baseFields, bases + 1), relative);
    }
    return relative;
  }

  private ArchivedValue time(PlistValue.Dictionary fields) {
    double seconds =
        switch (required(fields, "NS.time")) {
          case PlistValue.Real(double real) -> real;
          case PlistValue.Whole(var whole) -> whole.doubleValue();
          case PlistValue other ->
              throw new MalformedException(-1, "NS.time holds " + other.kind());
        };
    return new ArchivedValue.Time(CocoaTime.at(seconds, -1), CocoaTime.text(seconds));
  }

  private ArchivedValue uuid(PlistValue.Dictionary fields) {
    if (required(fields, "NS.uuidbytes") instanceof PlistValue.Data data
        && data.bytes().length == 2 * Long.BYTES) {
      var bytes = ByteBuffer.wrap(data.bytes());
      return new ArchivedValue.Uuid(new UUID(bytes.getLong(), bytes.getLong()));
    }
    throw new MalformedException(-1, "NS.uuidbytes, expected 16 bytes");
  }
}
