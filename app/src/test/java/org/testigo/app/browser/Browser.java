package org.testigo.app.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A headless Chromium with one page, driven over its DevTools protocol on the loopback.
public final class Browser implements AutoCloseable {
  private static final long ANSWER_SECONDS = 60;

  /// Helpers of the browser that started just before the end may write once more.
  private static final int REMOVAL_ATTEMPTS = 1000;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Process chromium;
  private final Path profile;
  private final WebSocket socket;
  private final LinkedBlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
  private final List<String> requests = new ArrayList<>();
  private int lastId;

  /// What a person would see the page with.
  public enum Scheme {
    LIGHT,
    DARK
  }

  private Browser(Process chromium, Path profile, URI page) {
    this.chromium = chromium;
    this.profile = profile;
    this.socket =
        HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(page, new Listener()).join();
    call("Page.enable", Map.of());
    call("Network.enable", Map.of());
  }

  /// Where the browser is installed; empty where there is none.
  public static Optional<Path> installed() {
    return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  public static Browser start(Path program) throws IOException, InterruptedException {
    var profile = Files.createTempDirectory("testigo-browser");
    var chromium =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile,
                "--remote-debugging-port=0",
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(profile.resolve("chromium.log").toFile())
            .start();
    return new Browser(chromium, profile, pageAddress(chromium, profile));
  }

  private static URI pageAddress(Process chromium, Path profile)
      throws IOException, InterruptedException {
    var portFile = profile.resolve("DevToolsActivePort");
    while (!Files.exists(portFile) || Files.size(portFile) == 0) {
      if (chromium.waitFor(50, TimeUnit.MILLISECONDS)) {
        throw new IOException(Files.readString(profile.resolve("chromium.log")));
      }
    }
    var list =
        URI.create("http://127.0.0.1:" + Files.readAllLines(portFile).getFirst() + "/json/list");
    try (var in = list.toURL().openStream()) {
      for (JsonNode target : JSON.readTree(in.readAllBytes())) {
        if (target.path("type").asString().equals("page")) {
          return URI.create(target.path("webSocketDebuggerUrl").asString());
        }
      }
    }
    throw new IOException("the browser has no page");
  }

  /// Opens a file at a width, in light or dark, and waits until it is there.
  public void open(Path file, int widthPixels, Scheme scheme) {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", widthPixels, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    var feature =
        Map.of("name", "prefers-color-scheme", "value", scheme == Scheme.DARK ? "dark" : "light");
    call("Emulation.setEmulatedMedia", Map.of("media", "screen", "features", List.of(feature)));
    requests.clear();
    call("Page.navigate", Map.of("url", file.toUri().toString()));
    while (!evaluate("document.readyState + location.protocol").equals("completefile:")) {
      Thread.onSpinWait();
    }
  }

  /// The value of an expression, as text.
  public String evaluate(String expression) {
    var result =
        call(
            "Runtime.evaluate",
            Map.of("expression", "String(" + expression + ")", "returnByValue", true));
    if (result.has("exceptionDetails")) throw new IllegalStateException(result.toString());
    return result.path("result").path("value").asString();
  }

  /// Every address that the page asked for since it was opened.
  public List<String> requests() {
    evaluate("0");
    return List.copyOf(requests);
  }

  /// The page as it would be printed.
  public byte[] pdf() {
    var result = call("Page.printToPDF", Map.of("preferCSSPageSize", true));
    return java.util.Base64.getDecoder().decode(result.path("data").asString());
  }

  private JsonNode call(String method, Map<String, ?> parameters) {
    int id = ++lastId;
    var text = JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
    socket.sendText(text, true).join();
    try {
      while (true) {
        var message = answers.poll(ANSWER_SECONDS, TimeUnit.SECONDS);
        if (message == null) throw new IllegalStateException(method + " had no answer");
        if (message.path("method").asString("").equals("Network.requestWillBeSent")) {
          requests.add(message.path("params").path("request").path("url").asString());
        }
        if (message.path("id").asInt(0) == id) return message.path("result");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Ends every process of the browser before its folder is removed: one that still lives would
  /// write into it again.
  @Override
  public void close() {
    var family = chromium.toHandle().descendants().toList();
    socket.abort();
    chromium.destroy();
    family.forEach(ProcessHandle::destroyForcibly);
    chromium.onExit().join();
    family.forEach(member -> member.onExit().join());
    for (int attempt = 1; !remove(profile); attempt++) {
      if (attempt == REMOVAL_ATTEMPTS) throw new IllegalStateException(profile + " is written to");
    }
  }

  /// Whether the folder is gone; it is not when something was written into it meanwhile.
  private static boolean remove(Path folder) {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
      return true;
    } catch (DirectoryNotEmptyException | UncheckedIOException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Puts the pieces of messages together.
  private final class Listener implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean isLast) {
      message.append(piece);
      if (isLast) {
        answers.add(JSON.readTree(message.toString().getBytes(StandardCharsets.UTF_8)));
        message.setLength(0);
      }
      from.request(1);
      return null;
    }
  }
}
