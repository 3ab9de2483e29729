package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.formats.bytes.SourceStream;
import org.testigo.model.Budget;
import org.testigo.model.MalformedException;
import org.testigo.model.Unreadable;
import org.testigo.model.scan.ScanRecord;
import org.testigo.model.scan.ScanTime;

/// A report of Nmap (`-oX`), read as a stream; an entry is a host, counted from 1.
///
/// Of each open port are given: the output of the script `banner` as the answer, else that of
/// `http-headers` (the fields as they came, without the status line, which Nmap does not keep), the
/// certificate of `ssl-cert`, and as imported fingerprints the keys of `ssh-hostkey` and what the
/// version detection says (`nmap-service`, such as `Apache httpd 2.2.22`). The time is `endtime` of
/// the host, in seconds since 1970-01-01T00:00:00Z, else the start of the report.
///
/// A document type is passed over and no entity is resolved, inside or outside the file: one that
/// is used is refused. Whoever made the file could otherwise have other files read, or memory
/// filled.
@AutoService(ScanFormat.class)
public final class NmapXml implements FileFormat {
  private static final Pattern ROOT = Pattern.compile("<nmaprun[\\s>]");

  @Override
  public Spec spec() {
    return new Spec(
        "nmap-xml",
        "Nmap, XML",
        List.of(),
        Order.SHOWS,
        List.of("https://nmap.org/book/nmap-dtd.html"));
  }

  @Override
  public boolean recognises(Head head) {
    var text = new String(head.bytes().array(), StandardCharsets.ISO_8859_1);
    return text.stripLeading().startsWith("<") && ROOT.matcher(text).find();
  }

  @Override
  public long read(
      ByteSource bytes,
      String file,
      Optional<ScanTime> fileTime,
      Budget budget,
      Consumer<ScanRecord> records,
      Consumer<Unreadable> unreadable) {
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(text(bytes));
      try {
        return new NmapHosts(xml, file, fileTime, budget, records, unreadable).read();
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof CharacterCodingException) {
        throw new MalformedException(-1, "bytes that are not UTF-8");
      }
      int offset = e.getLocation() == null ? -1 : e.getLocation().getCharacterOffset();
      throw new MalformedException(offset, "XML that is not well-formed: " + firstLine(e));
    }
  }

  /// Nmap writes UTF-8. Decoded here: the parser's own decoder writes to the console.
  private static Reader text(ByteSource bytes) {
    var stream = new SourceStream(bytes);
    var mark = new byte[(int) Math.min(3, bytes.sizeBytes())];
    bytes.read(0, mark, 0, mark.length);
    for (int i = Lines.behindMark(mark, 0, mark.length); i > 0; i--) stream.read();
    return new InputStreamReader(stream, StandardCharsets.UTF_8.newDecoder());
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    return factory;
  }

  private static String firstLine(XMLStreamException e) {
    String all = String.valueOf(e.getMessage());
    int message = all.indexOf("Message: ");
    String told = message < 0 ? all : all.substring(message + "Message: ".length());
    return told.lines().findFirst().orElse("");
  }
}
