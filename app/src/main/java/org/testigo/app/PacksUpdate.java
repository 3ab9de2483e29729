package org.testigo.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.testigo.reports.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `testigo packs update`: fetches the packs of an index over HTTPS and tells what changed.
///
/// The only command that uses the network. It runs when a person types it and never by itself.
@Command(name = "update", mixinStandardHelpOptions = true, resourceBundle = "org.testigo.app.Help")
final class PacksUpdate implements Callable<Integer> {
  /// The index that the MVT project publishes.
  private static final String PUBLISHED =
      "https://raw.githubusercontent.com/mvt-project/mvt-indicators/main/indicators.yaml";

  private final Console console;
  private final Supplier<PacksUpdateDownloads> network;

  @Option(names = "--index", paramLabel = "URL", defaultValue = PUBLISHED)
  private URI index = URI.create(PUBLISHED);

  @Option(names = "--into", paramLabel = "FOLDER", required = true)
  private Path into = Path.of("");

  @Option(names = "--dry-run")
  private boolean isDryRun;

  @Option(
      names = "--raw-base",
      paramLabel = "URL",
      hidden = true,
      defaultValue = "https://raw.githubusercontent.com/")
  private URI rawBase = URI.create("");

  @Option(names = "--lang", paramLabel = "es|en")
  private @Nullable String language;

  PacksUpdate(Console console) {
    this(console, PacksUpdateDownloads::standard);
  }

  /// @param network opened when the command runs, so that nothing of it is loaded before
  PacksUpdate(Console console, Supplier<PacksUpdateDownloads> network) {
    this.console = console;
    this.network = network;
  }

  @Override
  public Integer call() throws Exception {
    var words = Language.words(Optional.ofNullable(language));
    refuseUnusable(words);
    try (var downloads = network.get();
        var folder = new PacksUpdateFolder(into, isDryRun)) {
      var entries = entries(downloads, words);
      console.say(words.say(Testigo.class, "update.index", index.toString(), entries.size()));
      var lines = new PacksUpdateLines(console, words);
      var changes = new ArrayList<PacksUpdateChange>();
      for (PacksUpdateEntry entry : entries) {
        var change = update(entry, downloads, folder);
        lines.print(entry, change);
        changes.add(change);
      }
      lines.total(changes, isDryRun);
      return exitCode(changes).number();
    }
  }

  private void refuseUnusable(Words words) {
    for (URI address : List.of(index, rawBase)) {
      if (!PacksUpdateDownloads.isAllowed(address)) {
        var sentence = words.say(Testigo.class, "update.not-https", address.toString());
        throw new Failures.CommandException(ExitCode.USAGE, sentence);
      }
    }
    if (Files.exists(into) && !Files.isDirectory(into)) {
      var sentence = words.say(Testigo.class, "update.not-a-folder", into.toString());
      throw new Failures.CommandException(ExitCode.USAGE, sentence);
    }
  }

  private List<PacksUpdateEntry> entries(PacksUpdateDownloads downloads, Words words)
      throws IOException, InterruptedException {
    Path file = Files.createTempFile("testigo-index", ".yaml");
    var code = ExitCode.IO;
    try {
      downloads.index(index, file);
      code = ExitCode.BAD_INPUT;
      return new PacksUpdateIndex(rawBase).read(Files.readAllBytes(file));
    } catch (PacksUpdateException refused) {
      throw new Failures.CommandException(code, words.say(refused.why()));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static PacksUpdateChange update(
      PacksUpdateEntry entry, PacksUpdateDownloads downloads, PacksUpdateFolder folder)
      throws InterruptedException {
    return switch (entry) {
      case PacksUpdateEntry.Unusable(var title, var why) -> new PacksUpdateChange.Unusable(why);
      case PacksUpdateEntry.Pack pack -> update(pack, downloads, folder);
    };
  }

  private static PacksUpdateChange update(
      PacksUpdateEntry.Pack pack, PacksUpdateDownloads downloads, PacksUpdateFolder folder)
      throws InterruptedException {
    try {
      Path partial = folder.begin(pack.fileName());
      downloads.pack(pack.address(), partial);
      return folder.keep(partial, pack.fileName());
    } catch (PacksUpdateException failed) {
      return new PacksUpdateChange.Failed(failed.why());
    } catch (IOException failed) {
      return new PacksUpdateChange.Failed(new PacksUpdateException("io", failed.toString()).why());
    }
  }

  /// What was not fetched comes before what was refused.
  private static ExitCode exitCode(List<PacksUpdateChange> changes) {
    if (changes.stream().anyMatch(PacksUpdateChange.Failed.class::isInstance)) return ExitCode.IO;
    boolean isIncomplete =
        changes.stream()
            .anyMatch(change ->
                change instanceof PacksUpdateChange.Refused
                    || change instanceof PacksUpdateChange.Unusable);
    return isIncomplete ? ExitCode.INCOMPLETE : ExitCode.COMPLETE;
  }
}
