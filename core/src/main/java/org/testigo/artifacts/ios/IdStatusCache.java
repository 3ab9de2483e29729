package org.testigo.artifacts.ios;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.OptionalLong;
import org.testigo.artifacts.Artifact;
import org.testigo.artifacts.ArtifactFile;
import org.testigo.artifacts.ArtifactSpec;
import org.testigo.artifacts.Place;
import org.testigo.artifacts.Presence;
import org.testigo.artifacts.Readings;
import org.testigo.formats.plist.CocoaTime;
import org.testigo.formats.plist.PlistValue;
import org.testigo.formats.plist.PlistValue.Entry;
import org.testigo.model.DataClass;
import org.testigo.model.IdentityLookup;
import org.testigo.model.MalformedException;
import org.testigo.model.Moment;
import org.testigo.model.Moment.Meaning;

/// Whose addresses iMessage, FaceTime and other services of Apple looked up: somebody was about to
/// be written to, or wrote.
///
/// The property list holds services, each with addresses such as `mailto:ana@example.org`, each
/// with `LookupDate` (seconds since 2001-01-01 in UTC) and `IDStatus`. Entries at the top that are
/// no dictionary are no services. Since iOS 14.7 the cache is empty.
@AutoService(Artifact.class)
public final class IdStatusCache implements Artifact {
  private static final ArtifactSpec SPEC =
      new ArtifactSpec(
          "ios.id-status-cache",
          DataClass.CONTACTS,
          List.of(
              Place.inBackup(
                  "HomeDomain",
                  "Library/Preferences/com.apple.identityservices.idstatuscache.plist")),
          Presence.OPTIONAL,
          "identityservicesd",
          true,
          "iOS 10 to 14.6; empty since 14.7",
          List.of("https://docs.mvt.re/en/latest/ios/records/#id_status_cachejson"));

  @Override
  public ArtifactSpec spec() {
    return SPEC;
  }

  @Override
  public void parse(ArtifactFile file, Readings readings) {
    var list = new PlistFields(PlistFile.dictionary(file, readings), "", readings);
    for (Entry service : list.dictionary().entries()) {
      var accounts = list.converted(service.key(), service::value);
      if (accounts.orElse(null) instanceof PlistValue.Dictionary dictionary) {
        readService(new PlistFields(dictionary, service.key() + "/", readings), service.key());
      }
    }
  }

  private static void readService(PlistFields accounts, String service) {
    for (Entry account : accounts.dictionary().entries()) {
      accounts.below(account).ifPresent(fields -> read(fields, service, account.key()));
    }
  }

  private static void read(PlistFields fields, String service, String account) {
    fields
        .readings()
        .observed(
            new IdentityLookup(service, account, status(fields)),
            fields.location(),
            lookedUp(fields));
  }

  private static OptionalLong status(PlistFields fields) {
    return switch (fields.value("IDStatus").orElse(new PlistValue.Null())) {
      case PlistValue.Whole whole -> whole.asLong();
      case PlistValue.Null() -> OptionalLong.empty();
      case PlistValue other -> {
        fields.malformed("IDStatus", other.kind() + ", expected a whole number");
        yield OptionalLong.empty();
      }
    };
  }

  private static List<Moment> lookedUp(PlistFields fields) {
    return fields
        .value("LookupDate")
        .flatMap(value -> fields.converted("LookupDate", () -> moment(value)))
        .map(List::of)
        .orElse(List.of());
  }

  private static Moment moment(PlistValue value) {
    return switch (value) {
      case PlistValue.Date(var at, String raw) -> new Moment(Meaning.LOOKED_UP, at, raw);
      case PlistValue.Real(double seconds) -> moment(seconds);
      case PlistValue.Whole(var seconds) -> moment(seconds.doubleValue());
      default -> throw new MalformedException(-1, value.kind() + ", expected seconds since 2001");
    };
  }

  private static Moment moment(double seconds) {
    return new Moment(Meaning.LOOKED_UP, CocoaTime.at(seconds, -1), CocoaTime.text(seconds));
  }
}
