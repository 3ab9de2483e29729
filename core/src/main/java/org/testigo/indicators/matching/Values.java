package org.testigo.indicators.matching;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testigo.indicators.Match.Role;
import org.testigo.indicators.names.HostName;
import org.testigo.indicators.names.WebAddress;
import org.testigo.model.IpAddress;

/// Holds single values against the probes, each in the form in which it is compared.
final class Values {
  private final Probes probes;
  private final Hits hits;

  Values(Probes probes, Hits hits) {
    this.probes = probes;
    this.hits = hits;
  }

  /// A value that is compared as a whole.
  void exact(Kind kind, String value, Role role) {
    if (probes.isEmpty(kind)) return;
    hits.add(probes.find(kind, kind.key(value)));
    hits.close(value, role, false);
  }

  /// An address of the web: its host with every name above it, its number, and the page itself.
  ///
  /// An indicator for a page without a query names the page with any query: whoever passes a link
  /// on adds parameters to it.
  @Nullable WebAddress address(String text, Role role) {
    WebAddress address = WebAddress.parse(text).orElse(null);
    if (address == null) return null;
    addHost(address.host(), address.address());
    if (!probes.isEmpty(Kind.URL)) {
      hits.add(probes.find(Kind.URL, address.page()));
      if (address.hasQuery()) hits.add(probes.find(Kind.URL, address.pageWithoutQuery()));
    }
    hits.close(text, role, false);
    return address;
  }

  /// A host name or numeric address on its own.
  void host(String text, Role role) {
    String host = HostName.normalise(text);
    if (host.isEmpty()) return;
    addHost(host, IpAddress.parse(host));
    hits.close(text, role, false);
  }

  private void addHost(String host, Optional<IpAddress> address) {
    if (address.isPresent()) probes.findRanges(address.get(), hits);
    else probes.findHosts(host, hits);
  }

  /// An e-mail address, and the host that it is at.
  void email(String text, Role role) {
    String key = Kind.EMAIL.key(text);
    if (key.isEmpty()) return;
    hits.add(probes.find(Kind.EMAIL, key));
    String host = key.substring(key.lastIndexOf('@') + 1);
    if (!host.isEmpty()) addHost(host, IpAddress.parse(host));
    hits.close(text, role, false);
  }

  /// A process by its name or path; `a/b` is also the process `a` on behalf of `b`.
  void process(String text) {
    if (probes.isEmpty(Kind.PROCESS)) return;
    String name = Kind.PROCESS.key(text);
    processName(text, name);
    int slash = name.indexOf('/');
    if (slash < 0) return;
    if (slash > 0) processName(text, name.substring(0, slash));
    processName(text, name.substring(name.lastIndexOf('/') + 1));
  }

  private void processName(String text, String name) {
    hits.add(probes.find(Kind.PROCESS, name));
    boolean cut = hits.isProbedEmpty();
    if (cut) hits.add(probes.findCut(name));
    hits.close(text, Role.SUBJECT, cut);
  }

  /// An app by its id; `com.example.app:remote` is a process of the app before the colon.
  void app(String text) {
    if (probes.isEmpty(Kind.APP)) return;
    int colon = text.indexOf(':');
    String id = colon < 0 ? text : text.substring(0, colon);
    hits.add(probes.find(Kind.APP, Kind.APP.key(id)));
    int slash = text.indexOf('/');
    if (slash > 0) hits.add(probes.find(Kind.APP, text.substring(slash + 1)));
    hits.close(text, Role.SUBJECT, false);
  }

  /// A file by its path and its name; by its domain also the app whose container it lies in.
  void path(String text, Optional<String> domain) {
    String relative = Kind.composed(text);
    String name = relative.substring(relative.lastIndexOf('/') + 1);
    if (!name.isEmpty()) hits.add(probes.find(Kind.FILE_NAME, name));
    if (!probes.isEmpty(Kind.FILE_PATH)) {
      probes.findPaths(Kind.path(relative), hits);
      BackupDomain.absolute(domain, relative)
          .ifPresent(absolute -> probes.findPaths(Kind.path(absolute), hits));
    }
    hits.close(text, Role.SUBJECT, false);
    if (!probes.isEmpty(Kind.APP)) domain.flatMap(BackupDomain::app).ifPresent(this::app);
  }
}
