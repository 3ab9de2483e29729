package org.testigo.examination;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Hands values from a thread that makes them to the thread that asks, in order, in batches, with a
/// bounded number under way.
final class Pipeline<T> implements AutoCloseable {
  private static final int BATCH = 512;
  private static final int BATCHES_UNDER_WAY = 8;

  private final BlockingQueue<List<T>> batches = new ArrayBlockingQueue<>(BATCHES_UNDER_WAY);
  private final Thread maker;
  private List<T> filling = new ArrayList<>(BATCH);
  private volatile @Nullable Throwable failure;

  private Pipeline(Consumer<Consumer<T>> making) {
    maker = Thread.ofPlatform().name("reader").daemon(true).unstarted(() -> make(making));
  }

  /// Starts the maker, which gives its values to the consumer that it is handed.
  static <T> Pipeline<T> of(Consumer<Consumer<T>> making) {
    var pipeline = new Pipeline<T>(making);
    pipeline.maker.start();
    return pipeline;
  }

  /// Takes every value, until the maker has ended; then fails as the maker failed, where it did.
  void forEach(Consumer<T> consumer) throws InterruptedException {
    for (List<T> batch = batches.take(); !batch.isEmpty(); batch = batches.take())
      batch.forEach(consumer);
    maker.join();
    var thrown = failure;
    if (thrown != null) throw new IllegalStateException("the reading thread failed", thrown);
  }

  private void make(Consumer<Consumer<T>> making) {
    try {
      making.accept(this::give);
      if (!filling.isEmpty()) batches.put(filling);
    } catch (InterruptedException | CancellationException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      failure = e;
    } finally {
      end();
    }
  }

  private void give(T value) {
    filling.add(value);
    if (filling.size() < BATCH) return;
    try {
      batches.put(filling);
    } catch (InterruptedException e) {
      throw new CancellationException("interrupted");
    }
    filling = new ArrayList<>(BATCH);
  }

  private void end() {
    try {
      batches.put(List.of());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Stops the maker, where it has not ended.
  @Override
  public void close() {
    maker.interrupt();
  }
}
