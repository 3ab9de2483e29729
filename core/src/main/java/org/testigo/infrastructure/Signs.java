package org.testigo.infrastructure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.testigo.infrastructure.SeenAddress.PageSign;
import org.testigo.infrastructure.SeenAddress.PublishedSign;
import org.testigo.model.IpAddress;
import org.testigo.model.Text;
import org.testigo.model.scan.ScanSource;

/// What the pages of servers, the names of their networks and the publishers of data tell of the
/// machines behind them and of whose customer they serve.
final class Signs {
  /// The values that fingerprints of decoys take out of a page.
  private static final String PAGE_COUNTRY = "page-country";

  private static final String PAGE_ADDRESS = "page-address";

  /// Names of networks that belong to a body of a state, in the languages in which registries have
  /// them most.
  private static final Pattern STATE_BODY =
      Pattern.compile(
          "\\b(ministry|ministerio|minist[eè]re|ministero|government|gobierno|gouvernement"
              + "|presidency|presidencia|police|polic[ií]a|army|armed forces|defen[cs]e ministry"
              + "|national security|state security|intelligence service|parliament)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final List<ProxySuspicion> suspicions = new ArrayList<>();
  private final List<CustomerSign> customers = new ArrayList<>();
  private final List<Cluster.ChainLink> hops = new ArrayList<>();
  private final Function<IpAddress, Place> places;

  /// @param placesOf of the graph's addresses, in their order
  /// @param places of any address
  Signs(Graph graph, List<Place> placesOf, Function<IpAddress, Place> places) {
    this.places = places;
    for (int i = 0; i < graph.addresses().size(); i++) {
      var address = graph.addresses().get(i);
      var place = placesOf.get(i);
      address.pageSigns().forEach((sign, link) -> page(address.ip(), place, sign, source(link)));
      address
          .publishedSigns()
          .forEach((sign, link) -> published(address.ip(), place, sign, source(link)));
      network(address, place);
    }
  }

  private static ScanSource source(SeenLink link) {
    return link.first().orElseThrow();
  }

  private void page(IpAddress ip, Place place, PageSign sign, ScanSource source) {
    if (sign.name().equals(PAGE_COUNTRY)) {
      if (!suspect(ip, sign.value(), place, ProxySuspicion.Basis.DECOY_PAGE, sign.quoted(), source))
        return;
      customers.add(
          new CustomerSign(ip, sign.value(), CustomerSign.Basis.DECOY_PAGE, sign.quoted(), source));
    } else if (sign.name().equals(PAGE_ADDRESS)) {
      IpAddress.parse(sign.value())
          .filter(behind -> !behind.equals(ip))
          .ifPresent(behind -> behind(ip, behind, place, sign.quoted(), source));
    }
  }

  /// The page was generated for another machine than the one that served it.
  private void behind(
      IpAddress ip, IpAddress behind, Place place, String quoted, ScanSource source) {
    var because = Text.of(Cluster.class, "chain-page", ip.toString(), behind.toString(), quoted);
    hops.add(new Cluster.ChainLink(ip, behind, because, Optional.empty()));
    String country = places.apply(behind).country();
    suspect(ip, country, place, ProxySuspicion.Basis.DECOY_PAGE, quoted, source);
  }

  private void published(IpAddress ip, Place place, PublishedSign sign, ScanSource source) {
    if (sign.customer().isEmpty()) return;
    String country = CountryNames.code(sign.customer()).orElse("");
    customers.add(
        new CustomerSign(ip, country, CustomerSign.Basis.PUBLISHED, sign.customer(), source));
    suspect(ip, country, place, ProxySuspicion.Basis.PUBLISHED, sign.customer(), source);
  }

  private boolean suspect(
      IpAddress ip,
      String generatedFor,
      Place place,
      ProxySuspicion.Basis basis,
      String quoted,
      ScanSource source) {
    String servedFrom = place.shownCountry();
    if (generatedFor.isEmpty() || servedFrom.isEmpty() || generatedFor.equals(servedFrom))
      return false;
    suspicions.add(new ProxySuspicion(ip, generatedFor, servedFrom, basis, quoted, source));
    return true;
  }

  private void network(SeenAddress address, Place place) {
    if (!STATE_BODY.matcher(place.network()).find()) return;
    String country = place.law().isEmpty() ? place.shownCountry() : place.law();
    customers.add(
        new CustomerSign(
            address.ip(),
            country,
            CustomerSign.Basis.NETWORK_NAME,
            place.network(),
            source(address.all())));
  }

  List<ProxySuspicion> suspicions() {
    return suspicions;
  }

  List<CustomerSign> customers() {
    return customers;
  }

  /// Hops that the data itself tells.
  List<Cluster.ChainLink> hops() {
    return hops;
  }
}
