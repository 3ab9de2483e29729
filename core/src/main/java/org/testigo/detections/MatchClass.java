package org.testigo.detections;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.testigo.indicators.Match;
import org.testigo.model.AttachmentObject;
import org.testigo.model.ClearIdentifier;
import org.testigo.model.ConfigurationProfile;
import org.testigo.model.Direction;
import org.testigo.model.FileObject;
import org.testigo.model.FindingClass;
import org.testigo.model.HttpExchange;
import org.testigo.model.IdentityLookup;
import org.testigo.model.IndicatorReference;
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

/// What a match means: the class of finding that it may give, by what was observed and where in it
/// the listed value stands.
///
/// A listed name that stands only inside another value (a search, the parameters of an address) is
/// `mentioned`, whatever holds it: it shows interest, not contact.
final class MatchClass {
  /// STIX object types that name a place in the network or a person in it, not a thing on the
  /// phone.
  private static final Set<String> NETWORK_TYPES =
      Set.of("domain-name", "url", "ipv4-addr", "ipv6-addr", "email-addr");

  /// Folders in which WebKit keeps what a visited site stored; their parts are named after the
  /// site, such as `https_example.org_0`.
  private static final Pattern WEB_STORAGE =
      Pattern.compile(
          "(^|/)(WebKit|WebsiteData|LocalStorage|IndexedDB|ResourceLoadStatistics|ServiceWorkers"
              + "|CacheStorage|NetworkCache|SafariViewService|MediaKeys)/");

  private MatchClass() {}

  /// The class of one match; of a pattern over several observations, the strongest of theirs.
  static FindingClass of(Match match) {
    var types = match.indicators().stream().map(MatchClass::objectType).toList();
    var own = of(match.observation().object(), match.role(), types);
    return Stream.concat(
            Stream.of(own),
            match.others().stream()
                .map(Observation::object)
                .map(other -> of(other, Match.Role.SUBJECT, types)))
        .max(Comparator.naturalOrder())
        .orElse(own);
  }

  /// The STIX object type of an indicator: `file` of `file:hashes.'SHA-256'`.
  static String objectType(IndicatorReference indicator) {
    int colon = indicator.type().indexOf(':');
    return colon < 0 ? indicator.type() : indicator.type().substring(0, colon);
  }

  private static FindingClass of(Observable object, Match.Role role, List<String> types) {
    return role == Match.Role.MENTION ? FindingClass.MENTIONED : ofNamed(object, types);
  }

  private static FindingClass ofNamed(Observable object, List<String> types) {
    return switch (object) {
      // Somebody sent it to this phone. What the person wrote, and what nobody can tell the
      // direction of, was only mentioned.
      case MessageObject message -> ofDirection(message.direction());
      case AttachmentObject attachment -> ofDirection(attachment.direction());
      // The phone looks an address up when it is contacted by it, or is about to contact it.
      case IdentityLookup _ -> FindingClass.RECEIVED;
      // The browser recorded the visit itself, or a redirect of it.
      case UrlVisit _ -> FindingClass.VISITED;
      // A usage record is written when a program ran; a permission is decided when it asked.
      case ProcessObject _, PermissionGrant _ -> FindingClass.EXECUTED;
      case Software _, ConfigurationProfile _ -> FindingClass.INSTALLED;
      case ProfileEvent _ -> ofProfileEvent(types);
      case FileObject file -> ofFile(file, types);
      // The device contacted it, or asked how to: on a network that is as far as one can see.
      case NetworkTraffic _, NameLookup _, TlsHandshake _, HttpExchange _ -> FindingClass.VISITED;
      // A value that went over the network is content, like a word in a message.
      case ClearIdentifier _ -> FindingClass.MENTIONED;
      // A tool measured the way; the device was not necessarily in contact with what lies on it.
      case NetworkPath _ -> FindingClass.MENTIONED;
      // A name in a setting or an account says that the person, or somebody for them, entered it.
      case Setting _, UserAccount _ -> FindingClass.MENTIONED;
    };
  }

  private static FindingClass ofDirection(Direction direction) {
    return switch (direction) {
      case INCOMING -> FindingClass.RECEIVED;
      case OUTGOING, UNKNOWN -> FindingClass.MENTIONED;
    };
  }

  /// An event names the profile and the program that installed it: the program ran.
  private static FindingClass ofProfileEvent(List<String> types) {
    return types.contains("process") ? FindingClass.EXECUTED : FindingClass.INSTALLED;
  }

  /// A file that is listed itself was on the phone. A path that only holds a listed network name is
  /// the trace of a visit in the browser's storage, and elsewhere a name like any other.
  private static FindingClass ofFile(FileObject file, List<String> types) {
    if (!NETWORK_TYPES.containsAll(types)) return FindingClass.INSTALLED;
    return WEB_STORAGE.matcher(file.path()).find() ? FindingClass.VISITED : FindingClass.MENTIONED;
  }
}
