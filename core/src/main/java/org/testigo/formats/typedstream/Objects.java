package org.testigo.formats.typedstream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testigo.formats.keyedarchive.KeyedArchive;
import org.testigo.formats.plist.Plist;
import org.testigo.model.Budget;
import org.testigo.model.Limit;
import org.testigo.model.LimitHitException;
import org.testigo.model.MalformedException;
import org.testigo.model.UnsupportedLayoutException;

/// The objects of a typed stream: keeps the first text, which is that of the attributed string, and
/// the addresses.
final class Objects {
  /// Streams of messages stay below 10.
  private static final int MAX_DEPTH = 100;

  private final Items items;
  private final Budget budget;

  /// Classes, objects and C strings in the order of their appearance, as references count them.
  private final List<Shared> shared = new ArrayList<>();

  private final List<String> links = new ArrayList<>();
  private Optional<String> text = Optional.empty();
  private int depth;

  private sealed interface Shared {}

  private record CString() implements Shared {}

  private record ArchivedClass(String name) implements Shared {}

  private static final class ArchivedObject implements Shared {
    Optional<String> text = Optional.empty();
    Optional<byte[]> data = Optional.empty();
    Optional<ArchivedObject> lastChild = Optional.empty();
  }

  Objects(Items items, Budget budget) {
    this.items = items;
    this.budget = budget;
  }

  Optional<String> text() {
    return text.or(items::overlong);
  }

  List<String> links() {
    return links;
  }

  /// A group at the outermost level.
  void readGroup() {
    readGroup(new ArchivedObject());
  }

  private void readGroup(ArchivedObject owner) {
    String types = items.shared().orElseThrow(() -> items.malformed("a group without types"));
    new Types(types).readAll(owner);
  }

  private Optional<ArchivedObject> object() {
    int head = items.next();
    if (head == Items.NONE) return Optional.empty();
    if (head == Items.NEW) return Optional.of(newObject());
    return switch (shared.get(items.reference(head, shared.size()))) {
      case ArchivedObject object -> Optional.of(object);
      case ArchivedClass c ->
          throw items.malformed("reference to class %s, expected an object".formatted(c.name));
      case CString c -> throw items.malformed("reference to a string, expected an object");
    };
  }

  private ArchivedObject newObject() {
    if (++depth > MAX_DEPTH) throw new LimitHitException(Limit.DEPTH, MAX_DEPTH);
    budget.checkDepth(depth);
    var object = new ArchivedObject();
    shared.add(object);
    String className = archivedClass();
    while (items.peek() != Items.END) readGroup(object);
    items.next();
    depth--;
    addLinks(className, object);
    return object;
  }

  /// A class with its ancestors; gives the name of the first.
  private String archivedClass() {
    String first = "";
    while (true) {
      int head = items.next();
      if (head == Items.NONE) return first;
      if (head != Items.NEW) {
        if (!(shared.get(items.reference(head, shared.size())) instanceof ArchivedClass known)) {
          throw items.malformed("reference to no class, expected one");
        }
        return first.isEmpty() ? known.name : first;
      }
      String name = items.shared().orElse("");
      items.number(); // the version of the class
      shared.add(new ArchivedClass(name));
      if (first.isEmpty()) first = name;
    }
  }

  private void addLinks(String className, ArchivedObject object) {
    switch (className) {
      case "NSURL" -> object.lastChild.flatMap(child -> child.text).ifPresent(links::add);
      case "NSData", "NSMutableData" -> object.data.ifPresent(this::addArchivedLinks);
      default -> {
        // Other attributes carry no address.
      }
    }
  }

  /// What data detectors found lies in a keyed archive of its own.
  private void addArchivedLinks(byte[] data) {
    if (!Plist.isBinary(data)) return;
    try {
      links.addAll(KeyedArchive.open(data, budget).urls());
    } catch (MalformedException | UnsupportedLayoutException e) {
      throw items.malformed("an attribute whose archive cannot be read: " + e.getMessage());
    }
  }

  /// Reads the values that a string of types names, one letter each; `[12c]` are 12 of one type,
  /// `{name=ic}` those of a structure.
  private final class Types {
    private final String types;
    private int at;

    Types(String types) {
      this.types = types;
    }

    void readAll(ArchivedObject owner) {
      while (at < types.length()) read(owner);
    }

    private void read(ArchivedObject owner) {
      char type = types.charAt(at++);
      switch (type) {
        case 'c', 'C', 'B' -> items.next();
        case 's', 'S', 'i', 'I', 'l', 'L', 'q', 'Q' -> items.number();
        case 'f' -> items.skipFloating(Float.BYTES);
        case 'd' -> items.skipFloating(Double.BYTES);
        case '*' -> cString();
        case ':', '%' -> items.shared();
        case '+' -> text(owner);
        case '#' -> archivedClass();
        case '@' -> object().ifPresent(child -> owner.lastChild = Optional.of(child));
        case '[' -> array(owner);
        case '{' -> at = afterEquals();
        case '}' -> {
          // The end of a structure.
        }
        default -> throw items.malformed("type %s, expected one of an archive".formatted(type));
      }
    }

    private void text(ArchivedObject owner) {
      String value = items.text();
      owner.text = Optional.of(value);
      if (text.isEmpty()) text = Optional.of(value);
    }

    private int afterEquals() {
      int equals = types.indexOf('=', at);
      if (equals < 0) throw items.malformed("types %s, expected { with =".formatted(types));
      return equals + 1;
    }

    /// Only arrays of bytes occur in messages: `[12c]`.
    private void array(ArchivedObject owner) {
      int end = types.indexOf(']', at);
      if (end < 0 || !types.substring(at, end).matches("[0-9]{1,9}[cC]")) {
        throw items.malformed("types %s, expected an array of bytes".formatted(types));
      }
      owner.data = Optional.of(items.take(Integer.parseInt(types, at, end - 1, 10)));
      at = end + 1;
    }
  }

  private void cString() {
    int head = items.next();
    if (head == Items.NONE) return;
    if (head == Items.NEW) {
      shared.add(new CString());
      items.shared();
    } else {
      items.reference(head, shared.size());
    }
  }
}
