package org.testigo.artifacts.ios;

import com.google.auto.service.AutoService;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.testigo.artifacts.Artifact;
import org.testigo.artifacts.ArtifactFile;
import org.testigo.artifacts.ArtifactSpec;
import org.testigo.artifacts.Place;
import org.testigo.artifacts.Presence;
import org.testigo.artifacts.Readings;
import org.testigo.formats.plist.Plist;
import org.testigo.formats.plist.PlistValue;
import org.testigo.formats.plist.PlistValue.Entry;
import org.testigo.model.Budget;
import org.testigo.model.DataClass;
import org.testigo.model.Location;
import org.testigo.model.MalformedException;
import org.testigo.model.Moment;
import org.testigo.model.Software;
import org.testigo.model.UnsupportedLayoutException;

/// The apps that the person or somebody else installed, with where they came from.
///
/// Lies in `Info.plist` at the root of the backup: `Applications` holds the bundle ids, each with
/// the data `iTunesMetadata`, itself a property list with `softwareVersionBundleId`, `itemName`,
/// `artistName`, `bundleShortVersionString`, `sourceApp` (what installed it) and the date of the
/// purchase (ISO 8601, UTC) in `com.apple.iTunesStore.downloadInfo`. An app that did not come from
/// the store has none. `Installed Applications` lists the bundle ids once more, and those without a
/// record are given by their id alone.
///
/// Damaged metadata are reported, and the app is given by its id.
@AutoService(Artifact.class)
public final class Applications implements Artifact {
  private static final String RECORDS = "Applications";
  private static final String NAMES = "Installed Applications";

  private static final ArtifactSpec SPEC =
      new ArtifactSpec(
          "ios.applications",
          DataClass.APPS,
          List.of(Place.atRootOfBackup("Info.plist")),
          Presence.ALWAYS,
          "installd",
          true,
          "iOS 7 to 26",
          List.of("https://docs.mvt.re/en/latest/ios/records/#applicationsjson"));

  @Override
  public ArtifactSpec spec() {
    return SPEC;
  }

  @Override
  public void parse(ArtifactFile file, Readings readings) {
    var info = new PlistFields(PlistFile.dictionary(file, readings), "", readings);
    new Listing(info, file.budget()).read();
  }

  /// One reading of the file.
  private static final class Listing {
    private final PlistFields info;
    private final Readings readings;
    private final Budget budget;
    private final Set<String> recorded = new HashSet<>();

    Listing(PlistFields info, Budget budget) {
      this.info = info;
      this.readings = info.readings();
      this.budget = budget;
    }

    void read() {
      var records = info.below(RECORDS);
      if (records.isEmpty()) readings.layout("names of apps without records");
      else records.get().dictionary().entries().forEach(entry -> read(records.get(), entry));
      info.array(NAMES).ifPresent(this::readNames);
    }

    private void read(PlistFields records, Entry app) {
      recorded.add(app.key());
      var fields = records.below(app);
      var metadata = fields.flatMap(this::metadata);
      Location location = fields.map(PlistFields::location).orElseGet(records::location);
      if (metadata.isEmpty()) readings.observed(named(app.key()), location, List.of());
      else readMetadata(app.key(), metadata.get(), location);
    }

    private Optional<PlistFields> metadata(PlistFields app) {
      var data = app.value("iTunesMetadata");
      if (data.isEmpty()) return Optional.empty();
      return app.converted("iTunesMetadata", () -> opened(data.get()))
          .map(list -> new PlistFields(list, app.path() + "iTunesMetadata/", readings));
    }

    private PlistValue.Dictionary opened(PlistValue value) {
      if (!(value instanceof PlistValue.Data data)) {
        throw new MalformedException(-1, value.kind() + ", expected data");
      }
      try {
        if (Plist.parse(data.bytes(), budget) instanceof PlistValue.Dictionary list) return list;
      } catch (UnsupportedLayoutException e) {
        throw new MalformedException(-1, e.detail());
      }
      throw new MalformedException(-1, "a list whose outermost value is no dictionary");
    }

    /// An app whose metadata are those of another is given under both ids.
    private void readMetadata(String id, PlistFields metadata, Location location) {
      String ownId = metadata.text("softwareVersionBundleId").orElse(id);
      var moments = purchased(metadata);
      readings.observed(software(id, metadata), location, moments);
      if (!ownId.equals(id)) readings.observed(software(ownId, metadata), location, moments);
    }

    private static Software software(String id, PlistFields metadata) {
      return new Software(
          id,
          metadata.text("itemName"),
          metadata.text("bundleShortVersionString"),
          metadata.text("artistName"),
          metadata.text("sourceApp"),
          List.of());
    }

    private static List<Moment> purchased(PlistFields metadata) {
      return metadata
          .below("com.apple.iTunesStore.downloadInfo")
          .or(() -> metadata.below("downloadInfo"))
          .flatMap(download -> purchase(download))
          .map(List::of)
          .orElse(List.of());
    }

    private static Optional<Moment> purchase(PlistFields download) {
      var date = download.value("purchaseDate");
      if (date.isEmpty()) return Optional.empty();
      return download.converted("purchaseDate", () -> moment(date.get()));
    }

    private static Moment moment(PlistValue value) {
      return switch (value) {
        case PlistValue.Date(var at, String raw) -> new Moment(Moment.Meaning.PURCHASED, at, raw);
        case PlistValue.Text(String text) ->
            new Moment(Moment.Meaning.PURCHASED, instant(text), text);
        default -> throw new MalformedException(-1, value.kind() + ", expected a date");
      };
    }

    private static Instant instant(String text) {
      try {
        return Instant.parse(text);
      } catch (DateTimeParseException e) {
        throw new MalformedException(-1, "the text %s, expected a date".formatted(text));
      }
    }

    private void readNames(PlistValue.Array names) {
      for (int i = 0; i < names.values().size(); i++) readName(names, i);
    }

    private void readName(PlistValue.Array names, int index) {
      String key = NAMES + "/" + index;
      var name = info.converted(key, () -> names.values().get(index));
      if (name.isEmpty()) return;
      if (!(name.get() instanceof PlistValue.Text(String id))) {
        info.malformed(key, name.get().kind() + ", expected the id of an app");
      } else if (recorded.add(id)) {
        readings.observed(named(id), new Location.Key(key), List.of());
      }
    }

    private static Software named(String id) {
      return new Software(
          id, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }
  }
}
