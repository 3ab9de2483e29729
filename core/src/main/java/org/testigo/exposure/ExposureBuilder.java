package org.testigo.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.testigo.exposure.attribution.AddressScope;
import org.testigo.exposure.attribution.Attribution;
import org.testigo.exposure.attribution.Attributor;
import org.testigo.exposure.laws.Company;
import org.testigo.exposure.paths.JudgedPath;
import org.testigo.exposure.paths.PathJudge;
import org.testigo.exposure.policy.Policy;
import org.testigo.exposure.policy.PolicyCheck;
import org.testigo.exposure.policy.Rule;
import org.testigo.indicators.names.HostName;
import org.testigo.model.AttachmentObject;
import org.testigo.model.ClearIdentifier;
import org.testigo.model.ConfigurationProfile;
import org.testigo.model.Country;
import org.testigo.model.FileObject;
import org.testigo.model.HttpExchange;
import org.testigo.model.IdentityLookup;
import org.testigo.model.IpAddress;
import org.testigo.model.MessageObject;
import org.testigo.model.NameLookup;
import org.testigo.model.NetworkPath;
import org.testigo.model.NetworkTraffic;
import org.testigo.model.Observation;
import org.testigo.model.PermissionGrant;
import org.testigo.model.ProcessObject;
import org.testigo.model.ProfileEvent;
import org.testigo.model.Setting;
import org.testigo.model.Software;
import org.testigo.model.TlsHandshake;
import org.testigo.model.UrlVisit;
import org.testigo.model.UserAccount;

/// Folds observations of one or several bodies of evidence into an [Exposure]. What it keeps is
/// bounded: connections are given on, one after the other, and only their sums stay.
public final class ExposureBuilder {
  private static final int MOST_PATHS = 10_000;
  private static final int MOST_RESOLVERS = 1000;
  private static final int MOST_CERTIFICATE_NAMES = 8;

  private final Attributor attributor;
  private final ProviderOf providers;
  private final PathJudge pathJudge;
  private final PolicyCheck policy;
  private final Consumer<FlowLine> flows;
  private final NameTable names = new NameTable();
  private final IdentifierTable identifiers = new IdentifierTable();
  private final ServerTable servers = new ServerTable();
  private final HolderTable holders = new HolderTable();
  private final CountryTable places = new CountryTable();
  private final CountryTable laws = new CountryTable();
  private final HourTable hours = new HourTable();
  private final Map<IpAddress, Long> resolvers = new HashMap<>();
  private final Map<IpAddress, Long> clients = new HashMap<>();
  private final List<JudgedPath> paths = new ArrayList<>();
  private Tally totals = Tally.NONE;
  private long near;
  private long untold;

  /// @param policies rules that are held against what is seen
  /// @param flows takes every connection in the order of seeing
  public ExposureBuilder(Attributor attributor, List<Policy> policies, Consumer<FlowLine> flows) {
    this.attributor = attributor;
    this.providers = new ProviderOf(attributor.tables());
    this.pathJudge = new PathJudge(attributor);
    this.policy = new PolicyCheck(policies);
    this.flows = flows;
  }

  public void see(Observation observation) {
    switch (observation.object()) {
      case NetworkTraffic flow -> flow(flow, observation);
      case NameLookup lookup -> lookup(lookup, observation);
      case TlsHandshake handshake -> handshake(handshake, observation);
      case HttpExchange exchange -> exchange(exchange, observation);
      case ClearIdentifier clear -> identifier(clear, observation);
      case NetworkPath path -> path(path, observation);
      case UserAccount account -> account(account, observation);
      case Software app -> app(app, observation);
      case UrlVisit visit -> visit(visit, observation);
      case MessageObject _,
          AttachmentObject _,
          ProcessObject _,
          FileObject _,
          PermissionGrant _,
          ConfigurationProfile _,
          ProfileEvent _,
          IdentityLookup _,
          Setting _ -> {}
    }
  }

  private void flow(NetworkTraffic flow, Observation observation) {
    var first = observation.firstObserved();
    var one = Tally.connection(flow.sent().bytes(), flow.received().bytes());
    String name = strongestName(flow);
    var server = flow.conversation().server();
    var attribution = attributor.of(server, name);
    var line =
        new FlowLine(
            flow, first, observation.lastObserved(), name, attribution, observation.source());
    flows.accept(line);
    for (var known : flow.names())
      names.addOfFlow(HostName.normalise(known.name()), NameChannel.of(known.source()), first);
    totals = totals.plus(one);
    hours.add(first, one, 0);
    hours.seen(observation.lastObserved());
    client(flow.conversation().client());
    if (AddressScope.of(server) == AddressScope.FAR) far(line, one);
    else near++;
  }

  private static String strongestName(NetworkTraffic flow) {
    return flow.names().stream()
        .max(Comparator.comparing(NetworkTraffic.KnownName::source))
        .map(known -> HostName.normalise(known.name()))
        .orElse("");
  }

  private void far(FlowLine line, Tally one) {
    var attribution = line.attribution();
    var server = line.flow().conversation().server();
    servers.add(line, one);
    places.add(attribution.place().country(), one, server);
    laws.addAll(attribution.laws(), one, server);
    holders.connection(attribution, line.name(), one);
    var shown = line.name().isEmpty() ? server.toString() : line.name() + " " + server;
    policy.connection(
        line.name(),
        new PolicyCheck.Going(destination(attribution, shown), line.first(), line.source()));
  }

  private static Rule.Destination destination(Attribution attribution, String shown) {
    return new Rule.Destination(
        attribution.place().country().map(Country::code),
        codes(attribution.laws()),
        attribution.company().map(Company::id),
        shown);
  }

  private static List<String> codes(List<Country> countries) {
    return countries.stream().map(Country::code).toList();
  }

  /// An address of the device outside its house tells who gives it access.
  private void client(IpAddress client) {
    if (AddressScope.of(client) != AddressScope.FAR) return;
    if (clients.size() < MOST_RESOLVERS || clients.containsKey(client))
      clients.merge(client, 1L, Long::sum);
  }

  private void lookup(NameLookup lookup, Observation observation) {
    var name = HostName.normalise(lookup.name());
    var server = lookup.conversation().server();
    boolean isFar = AddressScope.of(server) == AddressScope.FAR;
    var channel =
        switch (lookup.channel()) {
          case MULTICAST -> NameChannel.MDNS;
          case LLMNR -> NameChannel.LLMNR;
          case UDP, TCP -> isFar ? NameChannel.DNS : NameChannel.HOME_DNS;
        };
    names.add(name, channel, observation.firstObserved());
    if (lookup.offersEncryptedHello()) names.offersEncryptedHello(name);
    hours.add(observation.firstObserved(), Tally.NONE, 1);
    boolean isAsked = channel == NameChannel.DNS || channel == NameChannel.HOME_DNS;
    if (isAsked && (resolvers.size() < MOST_RESOLVERS || resolvers.containsKey(server)))
      resolvers.merge(server, 1L, Long::sum);
  }

  private void handshake(TlsHandshake handshake, Observation observation) {
    var at = observation.firstObserved();
    var channel =
        switch (handshake.channel()) {
          case TLS -> NameChannel.SNI;
          case QUIC -> NameChannel.QUIC_SNI;
          case DTLS -> NameChannel.DTLS_SNI;
        };
    handshake
        .client()
        .flatMap(TlsHandshake.ClientSide::serverName)
        .ifPresent(name -> names.add(HostName.normalise(name), channel, at));
    handshake.client().ifPresent(client -> identifiers.sign(ValueChannel.HELLO, client.ja4()));
    handshake.certificates().stream()
        .limit(1)
        .flatMap(shown -> shown.names().stream().limit(MOST_CERTIFICATE_NAMES))
        .forEach(name -> names.add(HostName.normalise(name), NameChannel.CERTIFICATE, at));
    hours.seen(at);
  }

  private void exchange(HttpExchange exchange, Observation observation) {
    var request = exchange.request();
    request
        .flatMap(HttpExchange.Request::host)
        .ifPresent(host ->
            names.add(
                HostName.normalise(withoutPort(host)),
                NameChannel.HTTP_HOST,
                observation.firstObserved()));
    request
        .flatMap(HttpExchange.Request::userAgent)
        .ifPresent(agent -> identifiers.sign(ValueChannel.HTTP, agent));
    hours.seen(observation.firstObserved());
  }

  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    return colon < 0 || host.endsWith("]") ? host : host.substring(0, colon);
  }

  private void identifier(ClearIdentifier clear, Observation observation) {
    identifiers.add(clear, observation);
    var server = clear.conversation().server();
    if (AddressScope.of(server) != AddressScope.FAR) return;
    var host = clear.host().map(HostName::normalise).orElse("");
    var attribution = attributor.of(server, host);
    holders.identifier(attribution, clear.kind().word() + " " + clear.value());
    var shown = host.isEmpty() ? server.toString() : host + " " + server;
    policy.identifier(
        clear.kind(),
        clear.value(),
        new PolicyCheck.Going(
            destination(attribution, shown), observation.firstObserved(), observation.source()));
  }

  private void path(NetworkPath path, Observation observation) {
    hours.seen(observation.firstObserved());
    if (paths.size() < MOST_PATHS) paths.add(pathJudge.judge(path, observation.source()));
    else untold++;
  }

  private void account(UserAccount account, Observation observation) {
    totals = totals.plus(Tally.ACCOUNT);
    var companies = providers.account(account);
    companies.forEach(company -> holders.record(company, Tally.ACCOUNT, ""));
    laws.addAll(lawsOf(companies), Tally.ACCOUNT);
    var shown = account.type() + account.login().map(login -> " " + login).orElse("");
    if (companies.isEmpty()) policy.account(shown, going(Optional.empty(), shown, observation));
    for (Company company : companies)
      policy.account(shown, going(Optional.of(company), company.name(), observation));
  }

  private static List<Country> lawsOf(List<Company> companies) {
    return companies.stream().flatMap(company -> company.laws().stream()).distinct().toList();
  }

  private static PolicyCheck.Going going(
      Optional<Company> company, String shown, Observation observation) {
    var destination =
        new Rule.Destination(
            Optional.empty(),
            codes(company.map(Company::laws).orElse(List.of())),
            company.map(Company::id),
            shown);
    return new PolicyCheck.Going(destination, observation.firstObserved(), observation.source());
  }

  private void app(Software app, Observation observation) {
    totals = totals.plus(Tally.APP);
    var company = attributor.tables().ownerOfApp(app.id());
    company.ifPresent(owner -> holders.record(owner, Tally.APP, ""));
    laws.addAll(company.map(Company::laws).orElse(List.of()), Tally.APP);
    policy.app(app.id(), going(company, company.map(Company::name).orElse(app.id()), observation));
  }

  private void visit(UrlVisit visit, Observation observation) {
    totals = totals.plus(Tally.VISIT);
    var host = providers.host(visit.url()).orElse("");
    var company = attributor.tables().ownerOfName(host);
    company.ifPresent(owner -> holders.record(owner, Tally.VISIT, host));
    laws.addAll(company.map(Company::laws).orElse(List.of()), Tally.VISIT);
    hours.add(observation.firstObserved(), Tally.VISIT, 0);
    hours.seen(observation.lastObserved());
    policy.connection(host, going(company, host, observation));
  }

  /// What was seen until now.
  public Exposure build() {
    return new Exposure(
        hours.seen(),
        totals,
        near,
        servers.servers(),
        names.names(),
        identifiers.identifiers(),
        places.shares(),
        laws.shares(),
        holders.holders(),
        new Views(names, identifiers, servers.count()).all(),
        hours.hours(),
        resolvers(),
        clients(),
        names.encryptedHelloNames(),
        paths,
        policy.violations(),
        policy.undecided(),
        untold + names.untold() + identifiers.untold() + servers.untold() + policy.untold());
  }

  private List<Exposure.Resolver> resolvers() {
    return byCount(resolvers).stream()
        .map(
            one -> new Exposure.Resolver(one.getKey(), attributor.of(one.getKey()), one.getValue()))
        .toList();
  }

  private List<Exposure.SeenClient> clients() {
    return byCount(clients).stream()
        .map(one ->
            new Exposure.SeenClient(one.getKey(), attributor.of(one.getKey()), one.getValue()))
        .toList();
  }

  private static List<Map.Entry<IpAddress, Long>> byCount(Map<IpAddress, Long> counts) {
    return counts.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<IpAddress, Long> one) -> -one.getValue())
                .thenComparing(Map.Entry::getKey))
        .toList();
  }
}
