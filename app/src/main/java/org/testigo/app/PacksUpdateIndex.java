package org.testigo.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;
import org.testigo.model.Text;

/// Reads an index of packs: YAML with a list `indicators`, each entry with a `name` and a `type`.
///
/// - `github`: `owner`, `repo`, `branch` (`main` where it is missing) and `path` of a file, under
///   `github`
/// - `download`: the address of a file, as `download_url`
///
/// Known from https://github.com/mvt-project/mvt-indicators. Every value is a text; no type, tag or
/// class of the index is made.
///
/// @param rawBase where files of type `github` are fetched: owner, repo, branch and path follow
record PacksUpdateIndex(URI rawBase) {
  /// The published one has 15.
  private static final int MAX_ENTRIES = 1_000;

  /// The published one has 4 levels.
  private static final int MAX_DEPTH = 16;

  private static final int MAX_ALIASES = 50;
  private static final int MAX_CHARACTERS = 4 << 20;
  private static final int MAX_PATH_CHARACTERS = 512;
  private static final Pattern ACCOUNT = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._-]{1,100}");

  /// The library makes a null of an empty document even under a schema that has none.
  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setSchema(new FailsafeSchema())
          .setTagConstructors(Map.of(Tag.NULL, node -> ""))
          .setAllowDuplicateKeys(false)
          .setAllowRecursiveKeys(false)
          .setMaxAliasesForCollections(MAX_ALIASES)
          .setCodePointLimit(MAX_CHARACTERS)
          .build();

  /// The entries in the order of the index.
  ///
  /// @throws PacksUpdateException where it is no index
  List<PacksUpdateEntry> read(byte[] bytes) throws PacksUpdateException {
    var root = document(bytes);
    if (!(root instanceof Map<?, ?> map) || !(map.get("indicators") instanceof List<?> entries)) {
      throw new PacksUpdateException("index-shape");
    }
    if (entries.isEmpty() || entries.size() > MAX_ENTRIES) {
      throw new PacksUpdateException("index-entries", entries.size(), MAX_ENTRIES);
    }
    return entries.stream().map(this::entry).toList();
  }

  private static @Nullable Object document(byte[] bytes) throws PacksUpdateException {
    try {
      var yaml = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      refuseDeep(yaml);
      return new Load(SETTINGS).loadFromString(yaml);
    } catch (CharacterCodingException notUtf8) {
      throw new PacksUpdateException("index-broken", "UTF-8");
    } catch (YamlEngineException broken) {
      throw new PacksUpdateException("index-broken", oneLine(broken));
    }
  }

  private static String oneLine(YamlEngineException broken) {
    return String.valueOf(broken.getMessage()).replaceAll("\\R *", " ");
  }

  /// The levels are counted before anything is made of them, which takes the stack.
  private static void refuseDeep(String yaml) throws PacksUpdateException {
    int depth = 0;
    for (Event event : new Parse(SETTINGS).parseString(yaml)) {
      switch (event.getEventId()) {
        case MappingStart, SequenceStart -> depth++;
        case MappingEnd, SequenceEnd -> depth--;
        default -> {}
      }
      if (depth > MAX_DEPTH) throw new PacksUpdateException("index-deep", MAX_DEPTH);
    }
  }

  private PacksUpdateEntry entry(@Nullable Object value) {
    var fields = value instanceof Map<?, ?> map ? map : Map.of();
    var title = text(fields, "name");
    try {
      return switch (text(fields, "type")) {
        case "github" -> github(title, fields.get("github"));
        case "download" -> download(title, text(fields, "download_url"));
        case String other -> throw new PacksUpdateException("entry-type", other);
      };
    } catch (PacksUpdateException unusable) {
      return unusable(title, unusable.why());
    }
  }

  private static PacksUpdateEntry unusable(String title, Text why) {
    return new PacksUpdateEntry.Unusable(title, why);
  }

  private PacksUpdateEntry github(String title, @Nullable Object value)
      throws PacksUpdateException {
    var fields = value instanceof Map<?, ?> map ? map : Map.of();
    var owner = account(fields, "owner");
    var repo = account(fields, "repo");
    var branch = fields.containsKey("branch") ? path(fields, "branch") : "main";
    var path = path(fields, "path");
    var source = String.join("/", owner, repo, encoded(branch), encoded(path));
    var base = rawBase.toString();
    var address = URI.create(base + (base.endsWith("/") ? "" : "/") + source);
    return new PacksUpdateEntry.Pack(title, PacksUpdateName.of(path, source), address);
  }

  private static PacksUpdateEntry download(String title, String url) throws PacksUpdateException {
    try {
      var address = new URI(url);
      if (!PacksUpdateDownloads.isAllowed(address)) {
        throw new PacksUpdateException("not-https", url);
      }
      var path = Optional.ofNullable(address.getRawPath()).orElse("");
      return new PacksUpdateEntry.Pack(title, PacksUpdateName.of(path, url), address);
    } catch (URISyntaxException malformed) {
      throw new PacksUpdateException("not-https", url);
    }
  }

  private static String account(Map<?, ?> fields, String key) throws PacksUpdateException {
    var value = text(fields, key);
    if (!ACCOUNT.matcher(value).matches())
      throw new PacksUpdateException("entry-field", key, value);
    return value;
  }

  /// A path whose every step goes down.
  private static String path(Map<?, ?> fields, String key) throws PacksUpdateException {
    var value = text(fields, key);
    boolean goesDown =
        value.length() <= MAX_PATH_CHARACTERS
            && value.chars().noneMatch(c -> c == '\\' || Character.isISOControl(c))
            && steps(value).noneMatch(step -> step.isEmpty() || step.matches("\\.{1,2}"));
    if (!goesDown) throw new PacksUpdateException("entry-field", key, value);
    return value;
  }

  private static Stream<String> steps(String path) {
    return Stream.of(path.split("/", -1));
  }

  private static String encoded(String path) {
    return steps(path).map(PacksUpdateIndex::encodedStep).collect(Collectors.joining("/"));
  }

  private static String encodedStep(String step) {
    var encoded = new StringBuilder();
    for (byte b : step.getBytes(UTF_8)) {
      boolean isPlain = b > 0 && (Character.isLetterOrDigit(b) || "-._~".indexOf(b) >= 0);
      if (isPlain) encoded.append((char) b);
      else encoded.append("%%%02X".formatted(b & 0xff));
    }
    return encoded.toString();
  }

  /// The text of a field; empty where it is missing or is more than a text.
  private static String text(Map<?, ?> fields, String key) {
    return fields.get(key) instanceof String text ? text : "";
  }
}
