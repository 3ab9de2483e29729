package org.testigo.indicators.packs;

import com.google.auto.service.AutoService;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.testigo.indicators.Indicator;
import org.testigo.model.Text;

/// Reads OpenIOC 1.0 and 1.1 (`.ioc`): items that must equal a value, joined by `OR`.
///
/// Items under an `AND` say something only together and are refused, as are other conditions than
/// `is`. Where an item has no content its `id` is the value: MISP exported it so for years.
///
/// The document type is never read, so no entity is ever expanded and nothing is fetched.
///
/// Known from: <https://github.com/fireeye/OpenIOC_1.1>.
@AutoService(PackFormat.class)
public final class OpenIocPack implements PackFormat {
  private static final int MAX_DEPTH = 100;

  @Override
  public String name() {
    return "OpenIOC";
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public boolean recognises(PackFile file) {
    return file.firstChar() == '<'
        && (file.head().contains("<ioc ") || file.head().contains("<OpenIOC"));
  }

  @Override
  public void read(PackFile file, PackSink sink) {
    // The text and not the bytes: the platform's parser would complain of wrong bytes on stderr.
    try {
      new Document(sink).read(factory().createXMLStreamReader(new StringReader(file.text())));
    } catch (XMLStreamException malformed) {
      var place = malformed.getLocation();
      throw new PackRefusedException(
          Text.of(
              PackFormat.class,
              "xml-malformed",
              place == null ? -1 : place.getLineNumber(),
              String.valueOf(malformed.getMessage()).lines().findFirst().orElse("")));
    }
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  /// An item as far as it matters here.
  private static final class Item {
    private String id = "";
    private String condition = "";
    private String search = "";
    private String content = "";

    private String value() {
      return content.isBlank() ? id : content;
    }

    private Optional<String> type() {
      String value = Defanged.restore(value());
      return switch (search) {
        case "Network/DNS",
            "DnsEntryItem/Host",
            "DnsEntryItem/RecordName",
            "UrlHistoryItem/HostName" ->
            ValueType.ofWord("domain", value);
        case "Network/URI", "UrlHistoryItem/URL" -> ValueType.ofWord("url", value);
        case "RouteEntryItem/Destination",
            "PortItem/remoteIP",
            "DnsEntryItem/RecordData/IPv4Address" ->
            ValueType.ofWord("domain", value);
        case "Email/From", "Email/To", "Email/ReplyTo" -> ValueType.ofWord("email", value);
        case "FileItem/Md5sum" -> ValueType.ofWord("md5", value);
        case "FileItem/Sha1sum" -> ValueType.ofWord("sha1", value);
        case "FileItem/Sha256sum" -> ValueType.ofWord("sha256", value);
        case "FileItem/FileName" -> ValueType.ofWord("filename", value);
        case "FileItem/FullPath", "FileItem/FilePath" -> ValueType.ofWord("filepath", value);
        case "ProcessItem/name" -> ValueType.ofWord("process", value);
        case "RegistryItem/KeyPath", "RegistryItem/Path" -> ValueType.ofWord("regkey", value);
        case "Network/UserAgent" -> ValueType.ofWord("user-agent", value);
        default -> Optional.empty();
      };
    }
  }

  /// Items that an operator joins.
  private static final class Group {
    private final boolean needsAll;
    private final List<Item> items = new ArrayList<>();
    private int members;

    Group(boolean needsAll) {
      this.needsAll = needsAll;
    }

    private void add(List<Item> more) {
      members++;
      items.addAll(more);
    }
  }

  private static final class Document {
    private final PackSink sink;
    private final Deque<Group> open = new ArrayDeque<>();
    private Item item = new Item();
    private String title = "";
    private int depth;

    Document(PackSink sink) {
      this.sink = sink;
    }

    private void read(XMLStreamReader reader) throws XMLStreamException {
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT) start(reader);
        else if (event == XMLStreamConstants.END_ELEMENT) end(reader.getLocalName());
      }
    }

    private void start(XMLStreamReader reader) throws XMLStreamException {
      if (++depth > MAX_DEPTH)
        throw new PackRefusedException(Text.of(PackFormat.class, "too-deep", MAX_DEPTH));
      switch (reader.getLocalName()) {
        case "short_description", "description" -> title = text(reader, title);
        case "Indicator" ->
            open.push(new Group(attribute(reader, "operator").equalsIgnoreCase("AND")));
        case "IndicatorItem" -> begin(reader);
        case "Context" -> item.search = attribute(reader, "search");
        case "Content" -> item.content = text(reader, "");
        default -> {}
      }
    }

    private void begin(XMLStreamReader reader) {
      item = new Item();
      item.id = attribute(reader, "id");
      boolean negated = attribute(reader, "negate").equalsIgnoreCase("true");
      item.condition = (negated ? "not " : "") + attribute(reader, "condition");
    }

    private void end(String element) {
      depth--;
      if (element.equals("IndicatorItem")) {
        if (open.isEmpty()) give(item);
        else open.peek().add(List.of(item));
      } else if (element.equals("Indicator") && !open.isEmpty()) {
        end(open.pop());
      }
    }

    /// Items that only count together are refused together.
    private void end(Group group) {
      if (group.needsAll && group.members > 1)
        group.items.forEach(
            each -> sink.refuse(each.value(), Text.of(PackFormat.class, "openioc-and")));
      else if (open.isEmpty()) group.items.forEach(this::give);
      else open.peek().add(group.items);
    }

    private void give(Item found) {
      var type = found.type();
      if (!found.condition.equalsIgnoreCase("is"))
        sink.refuse(found.value(), Text.of(PackFormat.class, "openioc-condition", found.condition));
      else if (type.isEmpty())
        sink.refuse(found.value(), Text.of(PackFormat.class, "type-unknown", found.search));
      else sink.add(Indicator.of(type.get(), Defanged.restore(found.value()), title));
    }

    /// The text of an element, which this also ends.
    private String text(XMLStreamReader reader, String otherwise) throws XMLStreamException {
      String text = reader.getElementText().strip();
      depth--;
      return text.isEmpty() ? otherwise : text;
    }

    private static String attribute(XMLStreamReader reader, String name) {
      String value = reader.getAttributeValue(null, name);
      return value == null ? "" : value;
    }
  }
}
