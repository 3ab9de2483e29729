package org.testigo.exposure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.testigo.exposure.attribution.Attributor;
import org.testigo.exposure.laws.LegalTables;
import org.testigo.model.ClearIdentifier;
import org.testigo.model.Conversation;
import org.testigo.model.Country;
import org.testigo.model.HttpExchange;
import org.testigo.model.IpAddress;
import org.testigo.model.Location;
import org.testigo.model.Moment;
import org.testigo.model.NameLookup;
import org.testigo.model.NetworkTraffic;
import org.testigo.model.Observable;
import org.testigo.model.Observation;
import org.testigo.model.Source;
import org.testigo.model.TlsHandshake;
import org.testigo.networks.AutonomousSystem;
import org.testigo.networks.LawCountry;
import org.testigo.networks.Network;

/// A made-up hour of a phone: a resolver, a page in the clear, an encrypted app and a printer. The
/// networks are made up, too: 192.0.2.0/24 is in Mexico, 198.51.100.0/24 is Cloudflare's,
/// 203.0.113.0/24 is in Germany under Dutch law.
public final class MadeUpTraffic {
  public static final Instant START = Instant.parse("2026-03-01T10:15:00Z");
  public static final IpAddress PHONE = address("192.168.1.20");

  private static final Map<String, Network> NETWORKS =
      Map.of(
          "192.0.2", network("MX", 64500, "Red Inventada", "MX", 99),
          "198.51.100", network("US", 13335, "Cloudflare, Inc.", "US", 91),
          "203.0.113", network("DE", 64501, "Made-up Hosting", "NL", 60));

  private MadeUpTraffic() {}

  private static Network network(
      String place, long number, String name, String law, int sharePercent) {
    var lawCountry =
        new LawCountry(new Country(law), LawCountry.Basis.MAJORITY_OF_ADDRESSES, sharePercent);
    return new Network(
        Optional.of(new Country(place)),
        Optional.of(new AutonomousSystem(number, name, Optional.of(lawCountry))),
        Optional.of(lawCountry));
  }

  public static Network lookUp(IpAddress address) {
    var text = address.toString();
    int dot = text.lastIndexOf('.');
    return NETWORKS.getOrDefault(
        dot < 0 ? text : text.substring(0, dot),
        new Network(Optional.empty(), Optional.empty(), Optional.empty()));
  }

  public static Attributor attributor() {
    return new Attributor(LegalTables.bundled(), MadeUpTraffic::lookUp);
  }

  public static IpAddress address(String text) {
    return IpAddress.parse(text).orElseThrow();
  }

  public static Conversation conversation(String server, int port) {
    var transport =
        port == 53 || port == 5353 ? Conversation.Transport.UDP : Conversation.Transport.TCP;
    return new Conversation(transport, PHONE, 50_000, address(server), port);
  }

  public static Observation observed(Observable object, int seconds, long frame) {
    var at = START.plusSeconds(seconds);
    var moment = new Moment(Moment.Meaning.STARTED, at, at.toString());
    var source = new Source("network.capture", "made-up.pcapng", new Location.Frame(frame));
    return new Observation(object, List.of(moment), source);
  }

  public static NetworkTraffic flow(
      String server, int port, long out, long in, NetworkTraffic.KnownName... names) {
    return new NetworkTraffic(
        conversation(server, port),
        new NetworkTraffic.Volume(4, out, out / 2),
        new NetworkTraffic.Volume(6, in, in / 2),
        NetworkTraffic.State.CLOSED,
        List.of(names),
        List.of(),
        List.of(),
        0,
        0);
  }

  public static NetworkTraffic.KnownName sni(String name) {
    return new NetworkTraffic.KnownName(name, NetworkTraffic.NameSource.SNI);
  }

  public static NetworkTraffic.KnownName dns(String name) {
    return new NetworkTraffic.KnownName(name, NetworkTraffic.NameSource.DNS);
  }

  public static NameLookup lookup(String name, String server, boolean offersEncryptedHello) {
    var channel = server.startsWith("224.") ? NameLookup.Channel.MULTICAST : NameLookup.Channel.UDP;
    int port = channel == NameLookup.Channel.MULTICAST ? 5353 : 53;
    return new NameLookup(
        conversation(server, port),
        channel,
        name,
        "A",
        Optional.of("NOERROR"),
        List.of(),
        offersEncryptedHello);
  }

  public static TlsHandshake hello(String server, String name, String ja4) {
    var client =
        new TlsHandshake.ClientSide(Optional.of(name), List.of("h2"), "1.3", "", ja4, false, false);
    return new TlsHandshake(
        conversation(server, 443),
        TlsHandshake.Channel.TLS,
        Optional.of(client),
        Optional.empty(),
        List.of());
  }

  public static HttpExchange request(String server, String host) {
    var fields =
        List.of(
            new HttpExchange.HeaderField("Host", host),
            new HttpExchange.HeaderField("User-Agent", "MadeUpApp/1.0 (Phone 7)"));
    return new HttpExchange(
        conversation(server, 80),
        Optional.of(new HttpExchange.Request("GET", "/", fields)),
        OptionalInt.of(200),
        List.of());
  }

  public static ClearIdentifier identifier(
      ClearIdentifier.Kind kind, String value, String seenIn, String server, String host) {
    return new ClearIdentifier(
        kind,
        value,
        seenIn,
        conversation(server, 80),
        host.isEmpty() ? Optional.empty() : Optional.of(host));
  }

  /// The whole hour, in the order in which a capture would give it.
  public static List<Observation> hour() {
    return List.of(
        observed(lookup("News.Example.ORG.", "192.0.2.53", false), 0, 1),
        observed(lookup("www.whatsapp.net", "192.0.2.53", true), 1, 3),
        observed(lookup("_ipp._tcp.local", "224.0.0.251", false), 2, 5),
        observed(flow("203.0.113.7", 80, 900, 40_000, dns("news.example.org")), 3, 7),
        observed(request("203.0.113.7", "news.example.org:80"), 3, 8),
        observed(
            identifier(
                ClearIdentifier.Kind.EMAIL,
                "ana@example.org",
                "http request",
                "203.0.113.7",
                "news.example.org"),
            3,
            8),
        observed(
            identifier(
                ClearIdentifier.Kind.COOKIE,
                "id=7f3a",
                "http cookie id",
                "203.0.113.7",
                "news.example.org"),
            3,
            8),
        observed(
            identifier(
                ClearIdentifier.Kind.COOKIE,
                "id=7f3a",
                "http cookie id",
                "192.0.2.9",
                "ads.example.net"),
            4,
            9),
        observed(
            identifier(
                ClearIdentifier.Kind.DEVICE_NAME,
                "Ana's phone",
                "dhcp host-name",
                "192.168.1.1",
                ""),
            4,
            10),
        observed(
            hello("198.51.100.4", "chat.whatsapp.net", "t13d1516h2_8daaf6152771_e5627efa2ab1"),
            5,
            12),
        observed(flow("198.51.100.4", 443, 5_000, 70_000, sni("chat.whatsapp.net")), 5, 13),
        observed(flow("192.168.1.9", 631, 100, 100), 3_700, 20));
  }
}
