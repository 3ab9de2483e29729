package org.testigo.indicators.matching;

import static org.testigo.indicators.Match.Role.CONTENT;
import static org.testigo.indicators.Match.Role.MENTION;
import static org.testigo.indicators.Match.Role.SUBJECT;

import java.util.Optional;
import org.testigo.indicators.Match.Role;
import org.testigo.indicators.names.NameScanner;
import org.testigo.indicators.names.PercentCoding;
import org.testigo.indicators.names.WebAddress;
import org.testigo.model.AttachmentObject;
import org.testigo.model.ClearIdentifier;
import org.testigo.model.ConfigurationProfile;
import org.testigo.model.FileObject;
import org.testigo.model.HttpExchange;
import org.testigo.model.IdentityLookup;
import org.testigo.model.MessageObject;
import org.testigo.model.NameLookup;
import org.testigo.model.NetworkPath;
import org.testigo.model.NetworkTraffic;
import org.testigo.model.Observable;
import org.testigo.model.PermissionGrant;
import org.testigo.model.ProcessObject;
import org.testigo.model.ProfileEvent;
import org.testigo.model.Setting;
import org.testigo.model.Software;
import org.testigo.model.TlsHandshake;
import org.testigo.model.UrlVisit;
import org.testigo.model.UserAccount;

/// Which values of an observation are held against the indicators, as what, and in which role.
///
/// Not safe for several threads.
final class Candidates {
  /// How often an escaped text inside an escaped text is unfolded.
  private static final int MAX_UNFOLDING = 2;

  private final Values values;
  private final TrafficCandidates traffic;
  private final NameScanner inContent;
  private final NameScanner inSubject;
  private final NameScanner inMention;

  Candidates(Values values) {
    this.values = values;
    this.traffic = new TrafficCandidates(values);
    this.inContent = scanner(CONTENT);
    this.inSubject = scanner(SUBJECT);
    this.inMention =
        new NameScanner(
            found -> values.address(found, MENTION), mail -> values.email(mail, MENTION));
  }

  private NameScanner scanner(Role role) {
    return new NameScanner(found -> address(found, role), mail -> values.email(mail, role));
  }

  /// Holds every value of the thing against the indicators.
  void probe(Observable object) {
    switch (object) {
      case MessageObject message -> probe(message);
      case UrlVisit visit -> address(visit.url(), SUBJECT);
      case ProcessObject run -> probe(run);
      case FileObject file -> probe(file);
      case AttachmentObject attachment -> probe(attachment);
      case Software app -> probe(app);
      case PermissionGrant grant -> program(grant.client());
      case ConfigurationProfile profile -> probe(profile);
      case ProfileEvent event -> {
        values.exact(Kind.PROFILE, event.profileId(), SUBJECT);
        program(event.process());
      }
      case IdentityLookup lookup -> correspondent(lookup.account());
      case UserAccount account -> account.login().ifPresent(this::correspondent);
      case Setting setting -> {
        values.exact(Kind.PROPERTY, setting.name(), SUBJECT);
        inContent.scan(setting.value());
      }
      case NetworkTraffic flow -> traffic.probe(flow.conversation());
      case NameLookup lookup -> traffic.probe(lookup);
      case TlsHandshake handshake -> traffic.probe(handshake);
      case HttpExchange exchange -> {
        traffic.probe(exchange);
        exchange.url().ifPresent(url -> address(url, SUBJECT));
        exchange
            .request()
            .flatMap(HttpExchange.Request::referer)
            .ifPresent(url -> address(url, CONTENT));
        exchange.answerField("location").ifPresent(url -> address(url, CONTENT));
      }
      case ClearIdentifier clear -> probe(clear);
      // The way was measured by a tool, and routers on it are nobody's contact.
      case NetworkPath _ -> {}
    }
  }

  private void probe(ClearIdentifier clear) {
    switch (clear.kind()) {
      case EMAIL -> values.email(clear.value(), CONTENT);
      case IMEI,
          IMSI,
          MAC,
          ADVERTISING_ID,
          DEVICE_ID,
          COORDINATES,
          COOKIE,
          DEVICE_NAME,
          DEVICE_MODEL -> {}
    }
  }

  private void probe(MessageObject message) {
    message.correspondent().ifPresent(this::correspondent);
    inContent.scan(message.body());
    for (String earlier : message.earlierBodies()) inContent.scan(earlier);
    for (String link : message.links()) address(link, CONTENT);
  }

  private void probe(ProcessObject run) {
    run.name().ifPresent(this::program);
    run.bundleId().ifPresent(id -> values.app(id));
  }

  private void probe(FileObject file) {
    values.path(file.path(), file.domain());
    file.hashes().md5().ifPresent(digest -> values.exact(Kind.HASH, digest, SUBJECT));
    file.hashes().sha1().ifPresent(digest -> values.exact(Kind.HASH, digest, SUBJECT));
    file.hashes().sha256().ifPresent(digest -> values.exact(Kind.HASH, digest, SUBJECT));
    webStorage(file.path());
  }

  private void probe(AttachmentObject attachment) {
    attachment.correspondent().ifPresent(this::correspondent);
    attachment.path().ifPresent(path -> values.path(path, Optional.empty()));
    attachment.transferName().ifPresent(name -> values.exact(Kind.FILE_NAME, name, SUBJECT));
  }

  private void probe(Software app) {
    values.app(app.id());
    for (String digest : app.certificateHashes()) values.exact(Kind.CERTIFICATE, digest, SUBJECT);
  }

  private void probe(ConfigurationProfile profile) {
    values.exact(Kind.PROFILE, profile.id(), SUBJECT);
    profile.identifier().ifPresent(id -> values.exact(Kind.PROFILE, id, SUBJECT));
  }

  /// A program by its name, its path, its bundle id, or `bundle/process` and `app:process`.
  private void program(String name) {
    values.process(name);
    values.app(name);
    if (name.startsWith("/")) values.path(name, Optional.empty());
  }

  /// An address with or without `mailto:` or `tel:`: a number, an e-mail address or a name.
  private void correspondent(String account) {
    String address = withoutScheme(account);
    if (address.indexOf('@') > 0) values.email(address, SUBJECT);
    else if (address.indexOf('.') > 0) inSubject.scan(address);
    else values.exact(Kind.PHONE, address, SUBJECT);
  }

  private static String withoutScheme(String account) {
    for (String scheme : new String[] {"mailto:", "tel:"})
      if (account.regionMatches(true, 0, scheme, 0, scheme.length()))
        return account.substring(scheme.length());
    return account;
  }

  /// An address; names in its path, query and fragment are mentions.
  private void address(String text, Role role) {
    WebAddress address = values.address(text, role);
    if (address == null || address.rest().length() < 4) return;
    String rest = address.rest();
    for (int i = 0; i < MAX_UNFOLDING && rest.indexOf('%') >= 0; i++)
      rest = PercentCoding.decode(rest);
    inMention.scan(rest.replace('+', ' ').replace('&', ' ').replace('=', ' '));
  }

  /// Browsers name folders after the site that stores in them, such as `https_example.org_0`.
  private void webStorage(String path) {
    int start = 0;
    boolean dotted = false;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '/' || c == '_') {
        if (dotted) values.host(path.substring(start, i), CONTENT);
        start = i + 1;
        dotted = false;
      } else if (c == '.') {
        dotted = true;
      }
    }
    if (dotted) values.host(path.substring(start), CONTENT);
  }
}
