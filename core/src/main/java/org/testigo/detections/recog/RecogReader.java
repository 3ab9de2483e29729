package org.testigo.detections.recog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.testigo.indicators.patterns.UnmatchableException;
import org.testigo.model.MalformedException;

/// Reads a file of Recog: `fingerprints` with `fingerprint`s, each with a `pattern`, `flags`, a
/// description, `param`s and `example`s. A fingerprint that cannot be taken is refused alone.
public final class RecogReader {
  private static final int MAX_FINGERPRINTS = 50_000;

  /// All of them let the dot match line feeds in Ruby.
  private static final Set<String> DOT_ALL =
      Set.of("REG_DOT_NEWLINE", "REG_MULTILINE", "REG_LINE_ANY_CRLF");

  private final XMLStreamReader xml;
  private final BiConsumer<String, String> refused;
  private final List<RecogFingerprint> fingerprints = new ArrayList<>();

  private RecogReader(XMLStreamReader xml, BiConsumer<String, String> refused) {
    this.xml = xml;
    this.refused = refused;
  }

  /// @param stem the name of the file without its suffix: the kind of text, where the file does not
  ///   name one
  /// @param refused takes the description of a fingerprint that cannot be taken, and why
  /// @throws MalformedException where it is no such file
  public static RecogDatabase read(
      byte[] content, String stem, BiConsumer<String, String> refused) {
    try {
      var factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      factory.setProperty(XMLInputFactory.IS_COALESCING, true);
      var xml = factory.createXMLStreamReader(new ByteArrayInputStream(content));
      return new RecogReader(xml, refused).database(stem);
    } catch (XMLStreamException e) {
      throw new MalformedException(
          e.getLocation().getCharacterOffset(), String.valueOf(e.getMessage()).replace('\n', ' '));
    }
  }

  private RecogDatabase database(String stem) throws XMLStreamException {
    start("fingerprints");
    String matches = attribute("matches").filter(text -> !text.isEmpty()).orElse(stem);
    String protocol = attribute("protocol").orElse("");
    while (nextElement()) {
      if (!xml.getLocalName().equals("fingerprint")) throw unexpected("fingerprint");
      if (fingerprints.size() == MAX_FINGERPRINTS)
        throw new MalformedException(offset(), "more than " + MAX_FINGERPRINTS + " fingerprints");
      fingerprint();
    }
    return new RecogDatabase(matches, protocol, fingerprints);
  }

  private void start(String name) throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.DTD)
        throw new MalformedException(offset(), "a document type, expected none");
      if (event != XMLStreamConstants.START_ELEMENT) continue;
      if (!xml.getLocalName().equals(name)) throw unexpected(name);
      return;
    }
  }

  private void fingerprint() throws XMLStreamException {
    String pattern = attribute("pattern").orElse("");
    boolean hasPattern = attribute("pattern").isPresent();
    var flags = List.of(attribute("flags").orElse("").split("[,\\s]+", -1));
    String description = "";
    var params = new ArrayList<RecogFingerprint.Param>();
    var examples = new ArrayList<RecogFingerprint.Example>();
    while (nextElement()) {
      switch (xml.getLocalName()) {
        case "description" -> description = xml.getElementText().strip();
        case "param" -> params.add(param());
        case "example" -> examples.add(example());
        default -> throw unexpected("description, param or example");
      }
    }
    if (hasPattern) add(new Draft(pattern, flags, description, params, examples));
    else refused.accept(description, "a fingerprint without a pattern");
  }

  /// What stands in the file of one fingerprint.
  private record Draft(
      String pattern,
      List<String> flags,
      String description,
      List<RecogFingerprint.Param> params,
      List<RecogFingerprint.Example> examples) {}

  private void add(Draft draft) {
    try {
      for (String flag : draft.flags())
        if (!flag.isEmpty() && !flag.equals("REG_ICASE") && !DOT_ALL.contains(flag))
          throw new UnmatchableException("the flag " + flag + ", which is not known");
      boolean ignoreCase = draft.flags().contains("REG_ICASE");
      boolean dotAll = draft.flags().stream().anyMatch(DOT_ALL::contains);
      var expression = RubyExpression.compile(draft.pattern(), ignoreCase, dotAll);
      int groups = expression.groups();
      for (RecogFingerprint.Param param : draft.params())
        if (param.position() > groups)
          throw new UnmatchableException(
              "group %d for %s, expected at most %d"
                  .formatted(param.position(), param.name(), groups));
      fingerprints.add(
          new RecogFingerprint(
              draft.description(),
              draft.pattern(),
              expression,
              ignoreCase ? "" : CertainStart.of(draft.pattern()),
              draft.params(),
              draft.examples()));
    } catch (UnmatchableException e) {
      refused.accept(draft.description(), e.detail());
    }
  }

  private RecogFingerprint.Param param() throws XMLStreamException {
    int position = position(attribute("pos").orElse(""));
    String name = attribute("name").orElseThrow(() -> unexpected("a param with a name"));
    var param = new RecogFingerprint.Param(position, name, attribute("value").orElse(""));
    xml.getElementText();
    return param;
  }

  private int position(String text) {
    if (text.matches("[0-9]{1,3}")) return Integer.parseInt(text);
    throw new MalformedException(offset(), "pos='" + text + "', expected a number");
  }

  private RecogFingerprint.Example example() throws XMLStreamException {
    var expected = new LinkedHashMap<String, String>();
    for (int i = 0; i < xml.getAttributeCount(); i++)
      if (!xml.getAttributeLocalName(i).startsWith("_"))
        expected.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    String file = attribute("_filename").orElse("");
    boolean isBase64 = attribute("_encoding").orElse("").equals("base64");
    String text = xml.getElementText();
    return new RecogFingerprint.Example(
        isBase64 ? decoded(text) : text, file, Map.copyOf(expected));
  }

  private String decoded(String base64) {
    try {
      return new String(Base64.getMimeDecoder().decode(base64), UTF_8);
    } catch (IllegalArgumentException e) {
      throw new MalformedException(offset(), "an example that is no base64");
    }
  }

  /// Whether there is another element in the one that is open.
  private boolean nextElement() throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) return true;
      if (event == XMLStreamConstants.END_ELEMENT) return false;
    }
    return false;
  }

  private Optional<String> attribute(String name) {
    return Optional.ofNullable(xml.getAttributeValue(null, name));
  }

  private MalformedException unexpected(String expected) {
    return new MalformedException(
        offset(), "<%s>, expected %s".formatted(xml.getLocalName(), expected));
  }

  private long offset() {
    return xml.getLocation().getCharacterOffset();
  }
}
