package org.testigo.app;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// Writes what a server sends into a file that exists, and stops a server that sends more than was
/// agreed.
final class PacksUpdateBody implements BodySubscriber<Path> {
  private final BodySubscriber<Path> file;
  private final long maxBytes;
  private long bytes;
  private boolean isOver;
  private Flow.@Nullable Subscription subscription;

  /// More came than was agreed.
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  PacksUpdateBody(Path into, long maxBytes) {
    this.file =
        BodySubscribers.ofFile(
            into, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    this.maxBytes = maxBytes;
  }

  @Override
  public CompletionStage<Path> getBody() {
    return file.getBody();
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    file.onSubscribe(subscription);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    if (isOver) return;
    bytes += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
    if (bytes <= maxBytes) {
      file.onNext(buffers);
      return;
    }
    isOver = true;
    if (subscription != null) subscription.cancel();
    file.onError(new TooLargeException());
  }

  @Override
  public void onError(Throwable cause) {
    if (!isOver) file.onError(cause);
  }

  @Override
  public void onComplete() {
    if (!isOver) file.onComplete();
  }
}
