package org.testigo.app;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/// Fetches files over HTTPS. The only place of Testigo that opens a connection.
///
/// Nothing is sent but the address that is asked for. A redirect is followed only to HTTPS.
final class PacksUpdateDownloads implements AutoCloseable {
  private static final int MAX_REDIRECTS = 5;
  private static final int OK = 200;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final HttpClient client;
  private final Limits limits;

  /// How much is waited for and taken.
  ///
  /// @param connect until a server answers the call
  /// @param transfer until the last byte of one answer
  /// @param indexBytes of an index; the published one has 7 KB
  /// @param packBytes of one pack; 100,000 indicators in STIX have about 75 MB, published ones less
  ///   than 10
  record Limits(Duration connect, Duration transfer, long indexBytes, long packBytes) {
    static final Limits USUAL =
        new Limits(Duration.ofSeconds(20), Duration.ofMinutes(10), 4L << 20, 64L << 20);
  }

  private PacksUpdateDownloads(HttpClient.Builder builder, Limits limits) {
    this.client =
        builder.followRedirects(HttpClient.Redirect.NEVER).connectTimeout(limits.connect()).build();
    this.limits = limits;
  }

  /// With the certificate authorities that the Java runtime trusts.
  static PacksUpdateDownloads standard() {
    return new PacksUpdateDownloads(HttpClient.newBuilder(), Limits.USUAL);
  }

  /// With certificate authorities and limits of its own.
  static PacksUpdateDownloads trusting(SSLContext trust, Limits limits) {
    return new PacksUpdateDownloads(HttpClient.newBuilder().sslContext(trust), limits);
  }

  /// Whether something may be fetched from there: HTTPS, a host, and no name or password.
  static boolean isAllowed(URI address) {
    return "https".equalsIgnoreCase(address.getScheme())
        && address.getHost() != null
        && address.getRawUserInfo() == null;
  }

  /// Fetches an index into a file that exists.
  void index(URI address, Path into) throws PacksUpdateException, InterruptedException {
    fetch(address, into, limits.indexBytes());
  }

  /// Fetches a pack into a file that exists.
  void pack(URI address, Path into) throws PacksUpdateException, InterruptedException {
    fetch(address, into, limits.packBytes());
  }

  private void fetch(URI address, Path into, long maxBytes)
      throws PacksUpdateException, InterruptedException {
    var asked = address;
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      if (!isAllowed(asked)) throw new PacksUpdateException("not-https", asked.toString());
      var next = redirect(ask(asked, into, maxBytes));
      if (next.isEmpty()) return;
      asked = next.get();
    }
    throw new PacksUpdateException("redirects", address.toString(), MAX_REDIRECTS);
  }

  private HttpResponse<Optional<Path>> ask(URI address, Path into, long maxBytes)
      throws PacksUpdateException, InterruptedException {
    var answer = client.sendAsync(HttpRequest.newBuilder(address).build(), taking(into, maxBytes));
    try {
      return answer.get(limits.transfer().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      answer.cancel(true);
      throw new PacksUpdateException(
          "timed-out", address.toString(), limits.transfer().toMillis() / 1000.0);
    } catch (ExecutionException failed) {
      throw refusal(failed, address, maxBytes);
    }
  }

  private static HttpResponse.BodyHandler<Optional<Path>> taking(Path into, long maxBytes) {
    return head ->
        head.statusCode() == OK
            ? HttpResponse.BodySubscribers.mapping(
                new PacksUpdateBody(into, maxBytes), Optional::of)
            : HttpResponse.BodySubscribers.replacing(Optional.empty());
  }

  private static PacksUpdateException refusal(Throwable failed, URI address, long maxBytes) {
    if (isCausedBy(PacksUpdateBody.TooLargeException.class, failed)) {
      return new PacksUpdateException("too-large", address.toString(), maxBytes);
    }
    return isCausedBy(ConnectException.class, failed)
        ? new PacksUpdateException("unreachable", address.toString())
        : new PacksUpdateException("no-answer", address.toString(), reason(failed));
  }

  private static boolean isCausedBy(Class<? extends IOException> kind, Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) return true;
    }
    return false;
  }

  /// The innermost cause, which names what is wrong with a certificate or a name.
  private static String reason(Throwable failed) {
    Throwable cause = failed;
    while (cause.getCause() != null) cause = cause.getCause();
    var message = cause.getMessage();
    return message == null || !(cause instanceof IOException) ? cause.toString() : message;
  }

  private static Optional<URI> redirect(HttpResponse<Optional<Path>> answer)
      throws PacksUpdateException {
    var asked = answer.uri();
    if (answer.statusCode() == OK) return Optional.empty();
    var location = answer.headers().firstValue("Location");
    if (!REDIRECTS.contains(answer.statusCode()) || location.isEmpty()) {
      throw new PacksUpdateException(
          "status", asked.toString(), String.valueOf(answer.statusCode()));
    }
    try {
      return Optional.of(asked.resolve(new URI(location.get())));
    } catch (URISyntaxException malformed) {
      throw new PacksUpdateException("not-https", location.get());
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
