package org.testigo.reports;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/// An observable in one line for experts and other programs: its STIX word, then its values as they
/// stand in the evidence.
public final class Described {
  private Described() {}

  public static String inOneLine(Observable object) {
    return switch (object) {
      case MessageObject message -> message(message);
      case AttachmentObject file ->
          line(
              "attachment",
              file.direction(),
              file.correspondent(),
              file.path().or(file::transferName));
      case UrlVisit visit ->
          line(
              "visit",
              visit.browser(),
              visit.url(),
              visit.redirectedFrom().map(from -> "redirected from " + from.url()));
      case ProcessObject program -> process(program);
      case FileObject file -> line("file", file.domain(), file.path());
      case Software app -> line("software", app.id(), app.name(), app.version(), app.installer());
      case PermissionGrant grant ->
          line("permission", grant.service(), grant.client(), grant.decision());
      case UserAccount account -> line("user-account", account.type(), account.login());
      case ConfigurationProfile profile ->
          line(
              "configuration-profile",
              profile.id(),
              profile.displayName(),
              String.join(" ", profile.payloadTypes()));
      case ProfileEvent event ->
          line("profile-event", event.profileId(), event.operation(), event.process());
      case IdentityLookup lookup -> line("identity-lookup", lookup.service(), lookup.account());
      case Setting setting -> line("setting", setting.scope(), setting.name(), setting.value());
      case NetworkTraffic flow -> DescribedTraffic.flow(flow);
      case NetworkPath path -> DescribedTraffic.path(path);
      case NameLookup lookup -> DescribedTraffic.lookup(lookup);
      case TlsHandshake handshake -> DescribedTraffic.handshake(handshake);
      case HttpExchange exchange -> DescribedTraffic.exchange(exchange);
      case ClearIdentifier clear ->
          line(
              "clear-identifier",
              clear.kind().word(),
              clear.value(),
              clear.seenIn(),
              clear.host(),
              clear.conversation().serverText());
    };
  }

  private static String message(MessageObject message) {
    var text = message.body().isEmpty() ? String.join(" ", message.links()) : message.body();
    return line("message", message.service(), message.direction(), message.correspondent(), text);
  }

  private static String process(ProcessObject program) {
    var volume =
        program
            .usage()
            .map(usage ->
                "in %d out %d bytes"
                    .formatted(
                        sum(usage.wifiInBytes(), usage.cellularInBytes()),
                        sum(usage.wifiOutBytes(), usage.cellularOutBytes())));
    return line("process", program.name().orElse("(no name)"), program.bundleId(), volume);
  }

  private static long sum(OptionalLong one, OptionalLong other) {
    return one.orElse(0) + other.orElse(0);
  }

  static String line(Object... parts) {
    return Stream.of(parts)
        .map(part ->
            part instanceof Optional<?> maybe
                ? maybe.map(Object::toString).orElse("")
                : part.toString())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" | "));
  }
}
