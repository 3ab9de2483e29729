package org.testigo.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// An HTTPS server of this machine, with a certificate that only [#trust()] trusts.
final class PacksUpdateServer implements AutoCloseable {
  private static final char[] PASSWORD = "made-up".toCharArray();
  private static final int OK = 200;

  private final HttpsServer server;
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final SSLContext context;
  private final Map<String, HttpHandler> places = new ConcurrentHashMap<>();

  PacksUpdateServer(Path temp) throws IOException, GeneralSecurityException, InterruptedException {
    context = context(certificate(temp.resolve("key.p12")));
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.setExecutor(workers);
    server.createContext("/", this::answer);
    server.start();
  }

  private static KeyStore certificate(Path file)
      throws IOException, GeneralSecurityException, InterruptedException {
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var command =
        List.of(
            keytool,
            "-genkeypair",
            "-alias",
            "made-up",
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=localhost",
            "-ext",
            "SAN=dns:localhost,ip:127.0.0.1",
            "-validity",
            "3650",
            "-storetype",
            "PKCS12",
            "-storepass",
            new String(PASSWORD),
            "-keystore",
            file.toString());
    var made = new ProcessBuilder(command).inheritIO().start();
    if (made.waitFor() != 0) throw new IOException("keytool ended with " + made.exitValue());
    return KeyStore.getInstance(file.toFile(), PASSWORD);
  }

  private static SSLContext context(KeyStore store) throws GeneralSecurityException {
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private void answer(HttpExchange exchange) throws IOException {
    places
        .getOrDefault(exchange.getRequestURI().getRawPath(), e -> reply(e, 404, "nothing here"))
        .handle(exchange);
  }

  private static void reply(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (exchange;
        var body = exchange.getResponseBody()) {
      body.write(bytes);
    }
  }

  /// A client's trust in this server.
  SSLContext trust() {
    return context;
  }

  String address(String path) {
    return "https://localhost:" + server.getAddress().getPort() + path;
  }

  void serve(String path, String text) {
    places.put(path, exchange -> reply(exchange, OK, text));
  }

  void serve(String path, Path file) throws IOException {
    serve(path, Files.readString(file));
  }

  void redirect(String path, String location) {
    places.put(
        path,
        exchange -> {
          exchange.getResponseHeaders().add("Location", location);
          reply(exchange, 302, "");
        });
  }

  /// Sends pieces without telling how many there will be.
  void serveWithoutLength(String path, String piece, int pieces) {
    places.put(
        path,
        exchange -> {
          exchange.sendResponseHeaders(OK, 0);
          try (exchange;
              var body = exchange.getResponseBody()) {
            for (int i = 0; i < pieces; i++) body.write(piece.getBytes(UTF_8));
          }
        });
  }

  /// Tells a length, sends less and hangs up.
  void serveCut(String path, String text, int missingBytes) {
    places.put(
        path,
        exchange -> {
          byte[] bytes = text.getBytes(UTF_8);
          exchange.sendResponseHeaders(OK, bytes.length + (long) missingBytes);
          exchange.getResponseBody().write(bytes);
          exchange.getResponseBody().flush();
          exchange.close();
        });
  }

  void serveWith(String path, HttpHandler handler) {
    places.put(path, handler);
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
