package org.testigo.indicators.patterns;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
import org.testigo.model.Observation;
import org.testigo.model.PermissionGrant;
import org.testigo.model.ProcessObject;
import org.testigo.model.ProfileEvent;
import org.testigo.model.Setting;
import org.testigo.model.Software;
import org.testigo.model.TlsHandshake;
import org.testigo.model.UrlVisit;
import org.testigo.model.UserAccount;

/// An observation of the model as patterns see it. Its objects are made when the first is asked
/// for.
///
/// | observed | objects and their properties |
/// |---|---|
/// | message | `x-message` service, direction, correspondent, account, body, earlier_bodies, links; `user-account` and `email-addr` of the other side; `url`, `domain-name`, `ipv4-addr`, `ipv6-addr`, `email-addr` of all that stands in its texts |
/// | attachment | `file` name, path, parent_directory_ref, mime_type, size; `directory` path; `user-account`, `email-addr` |
/// | visit of a page | `url` value, x_browser, x_profile, x_title; its host; the same of the page that redirected to it |
/// | process | `process` name, x_bundle_id; `app` id |
/// | file | `file` name, path, parent_directory_ref, size, x_domain, hashes (MD5, SHA-1, SHA-256, also as md5, sha1, sha256); `directory` path |
/// | app | `software` name, version, vendor, x_id, x_installer; `app` id, name, version, and one for each certificate with cert.md5, cert.sha1 or cert.sha256 |
/// | profile | `configuration-profile` id, identifier, display_name, organization, payload_types |
/// | event of a profile | `configuration-profile` id, x_operation; `process` name |
/// | permission | `x-permission` service, client, decision, reason; `app` id |
/// | look-up of an identity | `user-account` account_type, account_login; `email-addr` |
/// | account | `user-account` account_type, account_login, display_name; `email-addr` |
/// | setting | `x-setting` scope, name, value |
/// | flow | `network-traffic` src_ref, dst_ref, src_port, dst_port, protocols, byte and packet counts; `ipv4-addr`, `ipv6-addr` of both ends; `domain-name` of its names |
/// | look-up of a name | `domain-name` value, resolves_to_refs; names and addresses of the answer |
/// | handshake | `network-traffic` with x_server_name, x_ja3, x_ja3s, x_ja4; `domain-name`; `x509-certificate` hashes, subject, issuer, serial_number, is_self_signed |
/// | web request | `network-traffic` with extensions.'http-request-ext'; `url`; its host |
/// | identifier in the clear | `x-clear-identifier` kind, value; `mac-addr`, `email-addr` |
///
/// `value` of `domain-name` is in lower case and ASCII; everything else is as recorded.
final class ModelView implements ObservationView {
  private static final Set<String> ADDRESSES =
      Set.of("url", "domain-name", "ipv4-addr", "ipv6-addr");
  private static final Set<String> IN_TEXT =
      Set.of("url", "domain-name", "ipv4-addr", "ipv6-addr", "email-addr");
  private static final Set<String> CONTACT =
      Set.of("user-account", "email-addr", "domain-name", "ipv4-addr", "ipv6-addr");

  private final Observation observation;
  private @Nullable Map<String, List<StixNode.Dictionary>> objects;

  ModelView(Observation observation) {
    this.observation = observation;
  }

  /// Whether an observed thing may hold objects of one of these types.
  static boolean mayHold(Observable object, Set<String> types) {
    return switch (object) {
      case MessageObject _ ->
          holds(types, "x-message") || any(CONTACT, types) || any(IN_TEXT, types);
      case AttachmentObject _ ->
          holds(types, "file") || holds(types, "directory") || any(CONTACT, types);
      case UrlVisit _ -> any(ADDRESSES, types);
      case ProcessObject _ -> holds(types, "process") || holds(types, "app");
      case FileObject _ -> holds(types, "file") || holds(types, "directory");
      case Software _ -> holds(types, "software") || holds(types, "app");
      case ConfigurationProfile _ -> holds(types, "configuration-profile");
      case ProfileEvent _ -> holds(types, "configuration-profile") || holds(types, "process");
      case PermissionGrant _ -> holds(types, "x-permission") || holds(types, "app");
      case IdentityLookup _, UserAccount _ -> any(CONTACT, types);
      case Setting _ -> holds(types, "x-setting");
      case NetworkTraffic _,
          NameLookup _,
          TlsHandshake _,
          HttpExchange _,
          ClearIdentifier _,
          NetworkPath _ ->
          any(TrafficObjects.TYPES, types);
    };
  }

  private static boolean holds(Set<String> types, String type) {
    return types.contains(type);
  }

  private static boolean any(Set<String> own, Set<String> types) {
    for (String type : own) if (types.contains(type)) return true;
    return false;
  }

  /// The types of which there are objects.
  Set<String> types() {
    return made().keySet();
  }

  @Override
  public List<StixNode.Dictionary> objects(String type) {
    return made().getOrDefault(type, List.of());
  }

  /// Objects of the model lie inside each other and need no ids.
  @Override
  public Optional<StixNode> dereference(String id) {
    return Optional.empty();
  }

  @Override
  public Optional<Instant> firstObserved() {
    return observation.firstObserved();
  }

  @Override
  public Optional<Instant> lastObserved() {
    return observation.lastObserved();
  }

  @Override
  public long numberObserved() {
    return 1;
  }

  private Map<String, List<StixNode.Dictionary>> made() {
    var known = objects;
    if (known != null) return known;
    var making = new ModelObjects();
    make(observation.object(), making);
    objects = making.byType();
    return making.byType();
  }

  private static void make(Observable object, ModelObjects to) {
    switch (object) {
      case MessageObject message -> make(message, to);
      case AttachmentObject attachment -> make(attachment, to);
      case UrlVisit visit -> make(visit, to);
      case ProcessObject process -> make(process, to);
      case FileObject file -> make(file, to);
      case Software app -> make(app, to);
      case ConfigurationProfile profile -> make(profile, to);
      case ProfileEvent event -> make(event, to);
      case PermissionGrant grant -> make(grant, to);
      case IdentityLookup lookup ->
          to.account(lookup.account()).text("account_type", lookup.service());
      case UserAccount account -> make(account, to);
      case Setting setting ->
          to.object("x-setting")
              .text("scope", setting.scope())
              .text("name", setting.name())
              .text("value", setting.value());
      case NetworkTraffic flow -> TrafficObjects.make(flow, to);
      case NameLookup lookup -> TrafficObjects.make(lookup, to);
      case TlsHandshake handshake -> TrafficObjects.make(handshake, to);
      case HttpExchange exchange -> TrafficObjects.make(exchange, to);
      case ClearIdentifier clear -> TrafficObjects.make(clear, to);
      case NetworkPath path -> TrafficObjects.make(path, to);
    }
  }

  private static void make(MessageObject message, ModelObjects to) {
    to.object("x-message")
        .text("service", message.service())
        .text("direction", message.direction().name().toLowerCase(Locale.ROOT))
        .text("correspondent", message.correspondent())
        .text("account", message.account())
        .text("body", message.body())
        .texts("earlier_bodies", message.earlierBodies())
        .texts("links", message.links());
    message
        .correspondent()
        .ifPresent(other -> to.account(other).text("account_type", message.service()));
    message.links().forEach(to::url);
    to.scan(message.body());
    message.earlierBodies().forEach(to::scan);
  }

  private static void make(AttachmentObject attachment, ModelObjects to) {
    attachment.correspondent().ifPresent(to::account);
    var file = attachment.path().map(to::file).orElseGet(() -> to.object("file"));
    file.text("mime_type", attachment.mimeType()).text("name", attachment.transferName());
    attachment.sizeBytes().ifPresent(size -> file.number("size", size));
  }

  private static void make(UrlVisit visit, ModelObjects to) {
    to.url(visit.url())
        .text("x_browser", visit.browser())
        .text("x_profile", visit.profile())
        .text("x_title", visit.title());
    visit.redirectedFrom().ifPresent(before -> to.url(before.url()));
  }

  private static void make(ProcessObject process, ModelObjects to) {
    to.object("process").text("name", process.name()).text("x_bundle_id", process.bundleId());
    process.bundleId().ifPresent(id -> to.object("app").text("id", id));
  }

  private static void make(FileObject file, ModelObjects to) {
    var made =
        to.file(file.path())
            .text("x_domain", file.domain())
            .node("hashes", ModelObjects.digests(file.hashes()));
    file.sizeBytes().ifPresent(size -> made.number("size", size));
  }

  private static void make(Software app, ModelObjects to) {
    to.object("software")
        .text("x_id", app.id())
        .text("name", app.name())
        .text("version", app.version())
        .text("vendor", app.vendor())
        .text("x_installer", app.installer());
    app(app, to);
    for (String digest : app.certificateHashes())
      app(app, to).node("cert", ModelObjects.certificate(digest));
  }

  private static ModelObjects.Properties app(Software app, ModelObjects to) {
    return to.object("app")
        .text("id", app.id())
        .text("name", app.name())
        .text("version", app.version());
  }

  private static void make(ConfigurationProfile profile, ModelObjects to) {
    to.object("configuration-profile")
        .text("id", profile.id())
        .text("identifier", profile.identifier())
        .text("display_name", profile.displayName())
        .text("organization", profile.organization())
        .texts("payload_types", profile.payloadTypes());
  }

  private static void make(ProfileEvent event, ModelObjects to) {
    to.object("configuration-profile")
        .text("id", event.profileId())
        .text("x_operation", event.operation());
    to.object("process").text("name", event.process());
  }

  private static void make(PermissionGrant grant, ModelObjects to) {
    to.object("x-permission")
        .text("service", grant.service())
        .text("client", grant.client())
        .text("decision", grant.decision().name().toLowerCase(Locale.ROOT))
        .text("reason", grant.reason());
    to.object("app").text("id", grant.client());
  }

  private static void make(UserAccount account, ModelObjects to) {
    account
        .login()
        .ifPresent(login ->
            to.account(login)
                .text("account_type", account.type())
                .text("display_name", account.displayName()));
  }
}
