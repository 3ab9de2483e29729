package org.testigo.exposure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.testigo.exposure.View.Grain;

/// What every observer could see, as it was and under every measure.
///
/// The rules follow the protocols: DNS in the clear shows every name to all on the way and to the
/// resolver; the hello of TLS shows the server's name and a fingerprint of the program; addresses,
/// times and sizes are always seen on the way, and a VPN moves all of it to its operator.
final class Views {
  private static final Set<NameChannel> ASKED = EnumSet.of(NameChannel.DNS, NameChannel.HOME_DNS);
  private static final Set<NameChannel> CALLED = EnumSet.of(NameChannel.MDNS, NameChannel.LLMNR);
  private static final Set<NameChannel> HELLOS =
      EnumSet.of(
          NameChannel.SNI, NameChannel.QUIC_SNI, NameChannel.DTLS_SNI, NameChannel.CERTIFICATE);

  private final NameTable names;
  private final IdentifierTable identifiers;
  private final long servers;

  Views(NameTable names, IdentifierTable identifiers, long servers) {
    this.names = names;
    this.identifiers = identifiers;
    this.servers = servers;
  }

  List<View> all() {
    var views = new ArrayList<View>();
    for (Observer observer : Observer.values())
      for (Measure measure : Measure.values()) views.add(view(observer, measure));
    return views;
  }

  private View view(Observer observer, Measure measure) {
    return switch (observer) {
      case SAME_WIFI -> onTheWay(observer, measure, EnumSet.allOf(NameChannel.class), true);
      case ACCESS_PROVIDER -> onTheWay(observer, measure, without(CALLED), false);
      case TRANSIT -> transit(measure);
      case RESOLVER -> resolver(measure);
      case SERVER_NETWORK, SERVER_OWNER -> server(observer, measure);
      case VPN_OPERATOR -> vpn(measure);
    };
  }

  private static EnumSet<NameChannel> without(Set<NameChannel> hidden) {
    var channels = EnumSet.allOf(NameChannel.class);
    channels.removeAll(hidden);
    return channels;
  }

  /// Before the VPN: only that there is one, and what stays in the house.
  private View onTheWay(
      Observer observer, Measure measure, EnumSet<NameChannel> channels, boolean isNear) {
    if (measure != Measure.VPN) return seeing(observer, measure, channels, isNear, true);
    var near = isNear ? EnumSet.of(ValueChannel.NEAR) : EnumSet.noneOf(ValueChannel.class);
    return new View(
        observer,
        measure,
        isNear ? names.countIn(CALLED) : 0,
        Math.min(1, servers),
        0,
        identifiers.countIn(near),
        Grain.SUM,
        Grain.SUM,
        true);
  }

  /// Behind the VPN nothing changes but whose address it is.
  private View transit(Measure measure) {
    var channels = without(CALLED);
    channels.remove(NameChannel.HOME_DNS);
    return seeing(Observer.TRANSIT, measure, channels, false, measure != Measure.VPN);
  }

  private View seeing(
      Observer observer,
      Measure measure,
      EnumSet<NameChannel> channels,
      boolean isNear,
      boolean seesPerson) {
    if (measure.encryptsNames()) channels.removeAll(ASKED);
    if (measure.encryptsHellos()) channels.removeAll(HELLOS);
    // What was asked in the clear goes in an encrypted connection, whose hello shows the name.
    if (measure.encryptsWeb() && measure.encryptsHellos()) channels.remove(NameChannel.HTTP_HOST);
    return new View(
        observer,
        measure,
        names.countIn(channels),
        servers,
        identifiers.signsIn(signs(measure)),
        identifiers.countIn(values(measure, isNear)),
        Grain.EACH,
        Grain.EACH,
        seesPerson);
  }

  private static Set<ValueChannel> signs(Measure measure) {
    return measure.encryptsWeb()
        ? EnumSet.of(ValueChannel.HELLO)
        : EnumSet.of(ValueChannel.HELLO, ValueChannel.HTTP);
  }

  private static Set<ValueChannel> values(Measure measure, boolean isNear) {
    var values = EnumSet.of(ValueChannel.OTHER);
    if (isNear) values.add(ValueChannel.NEAR);
    if (!measure.encryptsWeb()) values.add(ValueChannel.HTTP);
    return values;
  }

  private View resolver(Measure measure) {
    return new View(
        Observer.RESOLVER,
        measure,
        names.countIn(ASKED),
        0,
        0,
        0,
        Grain.EACH,
        Grain.NONE,
        measure != Measure.VPN);
  }

  /// The servers' side: what is meant for it is seen there whatever hides it on the way. The
  /// network in which a server stands sees less only of what is encrypted up to the server itself.
  private View server(Observer observer, Measure measure) {
    boolean isOwner = observer == Observer.SERVER_OWNER;
    var values = isOwner ? values(Measure.NONE, false) : values(measure, false);
    var channels = EnumSet.copyOf(HELLOS);
    channels.add(NameChannel.HTTP_HOST);
    return new View(
        observer,
        measure,
        names.countIn(channels),
        servers,
        identifiers.signsIn(isOwner ? signs(Measure.NONE) : signs(measure)),
        identifiers.countIn(values),
        Grain.EACH,
        Grain.EACH,
        measure != Measure.VPN);
  }

  private View vpn(Measure measure) {
    if (measure == Measure.VPN)
      return seeing(Observer.VPN_OPERATOR, measure, without(CALLED), false, true);
    return new View(Observer.VPN_OPERATOR, measure, 0, 0, 0, 0, Grain.NONE, Grain.NONE, false);
  }
}
