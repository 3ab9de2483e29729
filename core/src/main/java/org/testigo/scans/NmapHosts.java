package org.testigo.scans;

import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.testigo.model.Budget;
import org.testigo.model.IpAddress;
import org.testigo.model.Location;
import org.testigo.model.MalformedException;
import org.testigo.model.Source;
import org.testigo.model.Unreadable;
import org.testigo.model.scan.ScanRecord;
import org.testigo.model.scan.ScanTime;

/// Walks over a report of Nmap and gives its hosts; see [NmapXml].
final class NmapHosts {
  private final XMLStreamReader xml;
  private final String file;
  private final Budget budget;
  private final Consumer<ScanRecord> records;
  private final Consumer<Unreadable> unreadable;

  private Optional<ScanTime> reportTime;
  private Optional<ScanTime> hostTime = Optional.empty();
  private Optional<IpAddress> address = Optional.empty();
  private @Nullable NmapPort port;
  private long hosts;
  private int depth;

  NmapHosts(
      XMLStreamReader xml,
      String file,
      Optional<ScanTime> fileTime,
      Budget budget,
      Consumer<ScanRecord> records,
      Consumer<Unreadable> unreadable) {
    this.xml = xml;
    this.file = file;
    this.reportTime = fileTime;
    this.budget = budget;
    this.records = records;
    this.unreadable = unreadable;
  }

  long read() throws XMLStreamException {
    while (xml.hasNext()) {
      budget.spendNode();
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) start(xml.getLocalName());
      else if (event == XMLStreamConstants.END_ELEMENT) end(xml.getLocalName());
      else if (event == XMLStreamConstants.ENTITY_REFERENCE) refuseEntity();
      else if (event == XMLStreamConstants.CHARACTERS && port != null) port.text(xml.getText());
    }
    return hosts;
  }

  private void refuseEntity() {
    throw new MalformedException(
        xml.getLocation().getCharacterOffset(),
        "the entity %s, expected none".formatted(Quoted.of(String.valueOf(xml.getLocalName()))));
  }

  private void start(String element) {
    budget.checkDepth(++depth);
    if (depth == 1 && !element.equals("nmaprun")) {
      throw Values.malformed(element, "the element nmaprun");
    }
    switch (element) {
      case "nmaprun" -> reportTime = time("start").or(() -> reportTime);
      case "host" -> startHost();
      case "address" -> address = address.or(() -> attribute("addr").flatMap(IpAddress::parse));
      case "port" -> port = new NmapPort(attribute("portid").orElse(""));
      default -> {
        if (port != null) port.start(element, this::attribute);
      }
    }
  }

  private void startHost() {
    budget.spendRow();
    hosts++;
    address = Optional.empty();
    hostTime = time("endtime").or(() -> time("starttime"));
  }

  private void end(String element) {
    depth--;
    if (port == null) return;
    if (element.equals("port")) {
      endPort(port);
      port = null;
    } else {
      port.end(element);
    }
  }

  /// A damaged port does not keep the others from being read.
  private void endPort(NmapPort ended) {
    if (!ended.isOpen()) return;
    try {
      var host =
          address.orElseThrow(
              () -> new MalformedException(-1, "an open port of a host without an IP address"));
      var place = Place.of(file, Math.max(hosts, 1), hostTime.or(() -> reportTime));
      ended.service(host).at(place.fileTime()).tell(place, records);
    } catch (MalformedException e) {
      unreadable.accept(damaged(e));
    }
  }

  private Unreadable damaged(MalformedException e) {
    return new Unreadable(
        new Source("nmap-xml", file, new Location.Key("host " + hosts)),
        Unreadable.Reason.MALFORMED,
        e.detail());
  }

  private Optional<String> attribute(String name) {
    return Optional.ofNullable(xml.getAttributeValue(null, name));
  }

  private Optional<ScanTime> time(String name) {
    return attribute(name).flatMap(Json.Numbers::whole).map(Times::epochSeconds);
  }
}
