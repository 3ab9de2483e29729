package org.testigo.formats.plist;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.testigo.model.Budget;
import org.testigo.model.Limit;
import org.testigo.model.LimitHitException;
import org.testigo.model.MalformedException;

/// Reads an XML property list up to its end or to its first damage.
///
/// A DOCTYPE line is passed over, never fetched; an entity that it declares is damage and is not
/// expanded.
final class XmlPlist {
  /// The values are kept in memory, some 100 bytes each; the lists of a phone have some thousands.
  private static final int MAX_ELEMENTS = 2_000_000;

  /// Of one text or one data; the longest of a phone are icons of some hundred kilobytes.
  private static final int MAX_CHARACTERS = 16 << 20;

  private final XmlText document;
  private final Budget budget;
  private final ArrayDeque<XmlContainer> open = new ArrayDeque<>();
  private final StringBuilder words = new StringBuilder();

  /// The element whose characters are gathered; empty between values.
  private String scalar = "";

  private int elements;
  private boolean inPlist;
  private Optional<XmlContainer> rootContainer = Optional.empty();
  private Optional<Slot> rootScalar = Optional.empty();

  XmlPlist(XmlText document, Budget budget) {
    this.document = document;
    this.budget = budget;
  }

  /// The outermost value; where the text is damaged, its lists throw after their last whole entry.
  ///
  /// @throws MalformedException when the damage comes before the first list
  /// @throws LimitHitException when it is nested too deep, has too many elements or too long a text
  PlistValue read() {
    try {
      readAll();
    } catch (MalformedException damage) {
      return cut(document.damage().orElse(damage));
    }
    if (document.damage().isPresent()) return cut(document.damage().get());
    if (rootContainer.isPresent()) return rootContainer.get().whole();
    return rootScalar.orElseThrow(this::empty).value();
  }

  private MalformedException empty() {
    return new MalformedException(document.offsetBytes(0), "a property list without a value");
  }

  private PlistValue cut(MalformedException damage) {
    while (open.size() > 1) {
      var inner = open.removeLast();
      open.getLast().add(Slot.of(inner.cut(damage)));
    }
    var root = rootContainer.isPresent() ? rootContainer : Optional.ofNullable(open.peekLast());
    return root.orElseThrow(() -> damage).cut(damage);
  }

  private void readAll() {
    try {
      var reader = factory().createXMLStreamReader(new StringReader(document.text()));
      while (reader.hasNext()) {
        int event = reader.next();
        take(reader, event);
      }
    } catch (XMLStreamException e) {
      // Without the words of the JDK's reader, which depend on the language of the machine.
      int character = e.getLocation() == null ? 0 : e.getLocation().getCharacterOffset();
      throw new MalformedException(
          document.offsetBytes(character), "not well-formed XML from here on");
    }
  }

  /// A new one each time, since it is not promised to serve two threads.
  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    // The depth is checked here; the JDK's own limit of 100 is less than property lists may have.
    factory.setProperty("jdk.xml.maxElementDepth", "0");
    return factory;
  }

  private void take(XMLStreamReader reader, int event) {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> begin(reader);
      case XMLStreamConstants.END_ELEMENT -> end(reader);
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
          characters(reader);
      case XMLStreamConstants.ENTITY_REFERENCE ->
          throw damage(reader, "an entity of the text's own, expected plain characters");
      default -> {
        // Comments, processing instructions, the DOCTYPE line and the end carry no value.
      }
    }
  }

  private void begin(XMLStreamReader reader) {
    String name = reader.getLocalName();
    budget.spendNode();
    if (++elements > MAX_ELEMENTS) throw new LimitHitException(Limit.NODES, MAX_ELEMENTS);
    if (!scalar.isEmpty()) throw damage(reader, "<%s> inside <%s>".formatted(name, scalar));
    switch (name) {
      case "plist" -> beginPlist(reader);
      case "key" -> beginKey(reader);
      case "dict", "array" -> beginContainer(reader, name.equals("dict"));
      case "string", "integer", "real", "true", "false", "date", "data" -> {
        checkRoom(reader);
        gather(name);
      }
      default ->
          throw damage(reader, "element <%s>, expected one of a property list".formatted(name));
    }
  }

  private void beginPlist(XMLStreamReader reader) {
    if (inPlist || !open.isEmpty() || hasRoot()) throw damage(reader, "a second <plist>");
    inPlist = true;
  }

  private void beginKey(XMLStreamReader reader) {
    if (open.isEmpty() || !open.getLast().takesKey()) {
      throw damage(reader, "<key>, expected a value");
    }
    gather("key");
  }

  private void beginContainer(XMLStreamReader reader, boolean isDictionary) {
    checkRoom(reader);
    open.addLast(new XmlContainer(isDictionary));
    Depth.check(open.size(), budget);
  }

  private void gather(String name) {
    scalar = name;
    words.setLength(0);
  }

  private void checkRoom(XMLStreamReader reader) {
    if (hasRoot()) throw damage(reader, "a second value, expected the end");
    if (!open.isEmpty() && open.getLast().takesKey()) {
      throw damage(reader, "<%s>, expected <key>".formatted(reader.getLocalName()));
    }
  }

  private boolean hasRoot() {
    return rootContainer.isPresent() || rootScalar.isPresent();
  }

  private void characters(XMLStreamReader reader) {
    if (!scalar.isEmpty()) {
      if (reader.getTextLength() > MAX_CHARACTERS - words.length()) {
        throw new LimitHitException(Limit.BYTES, MAX_CHARACTERS);
      }
      words.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    } else if (!reader.isWhiteSpace()) {
      throw damage(reader, "characters between the elements");
    }
  }

  private void end(XMLStreamReader reader) {
    switch (reader.getLocalName()) {
      case "plist" -> inPlist = false;
      case "dict", "array" -> endContainer(reader);
      case "key" -> {
        open.getLast().key(words.toString());
        scalar = "";
      }
      default -> endScalar(reader);
    }
  }

  private void endContainer(XMLStreamReader reader) {
    var container = open.getLast();
    if (container.lacksValue()) throw damage(reader, "</dict>, expected the value of the last key");
    open.removeLast();
    if (open.isEmpty()) rootContainer = Optional.of(container);
    else open.getLast().add(Slot.of(container.whole()));
  }

  private void endScalar(XMLStreamReader reader) {
    var slot = XmlScalars.slot(scalar, words.toString(), detail -> damage(reader, detail));
    scalar = "";
    if (open.isEmpty()) rootScalar = Optional.of(slot);
    else open.getLast().add(slot);
  }

  private MalformedException damage(XMLStreamReader reader, String detail) {
    int character = reader.getLocation().getCharacterOffset();
    return new MalformedException(document.offsetBytes(character), detail);
  }
}
