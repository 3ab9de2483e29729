package org.testigo.scanning;

import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/// Reads and decompresses on one thread, scans on others, and gives the results to the caller in
/// the order of the file. What is under way is bounded, in blocks and in bytes.
final class BlockPipeline implements AutoCloseable {
  private static final int KILO = 1_024;

  /// Blocks are 1 MB but for those with longer lines.
  private static final int KILOBYTES_UNDER_WAY = 64 * KILO;

  private final ExecutorService reading;
  private final ExecutorService scanning;
  private final int blocksUnderWay;

  /// @param threads that scan, besides the one that reads
  BlockPipeline(int threads) {
    ThreadFactory daemons = Thread.ofPlatform().name("scan-", 0).daemon(true).factory();
    reading = Executors.newSingleThreadExecutor(daemons);
    scanning = Executors.newFixedThreadPool(threads, daemons);
    blocksUnderWay = 2 * threads + 2;
  }

  /// What became of a block; empty behind the last.
  @SuppressWarnings("ArrayRecordComponent") // on the innermost path, and nobody keeps it
  private record Done(Optional<Part> part, byte[] bytes, int kilobytes) {}

  /// One file on its way.
  private final class Run {
    private final LineBlocks blocks;
    private final LineScan scan;
    private final BlockingQueue<Future<Done>> results = new ArrayBlockingQueue<>(blocksUnderWay);
    private final BlockingQueue<byte[]> spare = new ArrayBlockingQueue<>(blocksUnderWay + 2);
    private final Semaphore kilobytes = new Semaphore(KILOBYTES_UNDER_WAY);

    Run(InputStream stream, LineScan scan) {
      this.blocks = new LineBlocks(stream);
      this.scan = scan;
    }

    /// Hands every block to a scanning thread, with the promise of the number of its first line.
    private void read() throws InterruptedException {
      var firstLine = CompletableFuture.completedFuture(1L);
      try {
        var block = blocks.next(new byte[0]);
        while (block.isPresent()) {
          var next = new CompletableFuture<Long>();
          submit(block.get(), firstLine, next);
          firstLine = next;
          var array = spare.poll();
          block = blocks.next(array == null ? new byte[0] : array);
        }
        results.put(CompletableFuture.completedFuture(new Done(Optional.empty(), new byte[0], 0)));
      } catch (RuntimeException | Error e) {
        results.put(CompletableFuture.failedFuture(e));
      }
    }

    private void submit(
        Block block, CompletableFuture<Long> firstLine, CompletableFuture<Long> nextLine)
        throws InterruptedException {
      int size = Math.min(block.bytes().length / KILO, KILOBYTES_UNDER_WAY);
      kilobytes.acquire(size);
      results.put(scanning.submit(() -> scan(block, firstLine, nextLine, size)));
    }

    private Done scan(
        Block block, Future<Long> firstLine, CompletableFuture<Long> nextLine, int size) {
      try {
        var part =
            scan.scan(
                block.bytes(),
                0,
                block.length(),
                lines -> number(firstLine, lines, block, nextLine));
        block.fault().ifPresent(fault -> scan.tell(fault, () -> now(nextLine) - 1, part));
        return new Done(Optional.of(part), block.bytes(), size);
      } finally {
        nextLine.completeExceptionally(new IllegalStateException("the block before failed"));
      }
    }

    /// Gives the number of the first line here, and promises the next block that of its own.
    private long number(
        Future<Long> firstLine, long lines, Block block, CompletableFuture<Long> nextLine) {
      long first = now(firstLine);
      boolean hasOverlong = block.fault().filter(Block.Fault::isLine).isPresent();
      nextLine.complete(first + lines + (hasOverlong ? 1 : 0));
      return first;
    }

    private void takeAll(Consumer<Part> parts) throws InterruptedException {
      while (true) {
        var done = result(results.take());
        if (done.part().isEmpty()) return;
        kilobytes.release(done.kilobytes());
        // An array that grew for one long line is not kept.
        if (done.bytes().length <= 2 * LineBlocks.BLOCK_BYTES) spare.offer(done.bytes());
        parts.accept(done.part().get());
      }
    }
  }

  /// Scans a stream of lines.
  ///
  /// @throws InterruptedException when the caller was interrupted; close stops what runs
  void scan(InputStream stream, LineScan scan, Consumer<Part> parts) throws InterruptedException {
    var run = new Run(stream, scan);
    var reader =
        reading.submit(() -> {
          run.read();
          return true;
        });
    run.takeAll(parts);
    result(reader);
  }

  private static <T> T result(Future<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a scanning thread failed", e.getCause());
    }
  }

  private static long now(Future<Long> number) {
    try {
      return result(number);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new java.util.concurrent.CancellationException("interrupted");
    }
  }

  /// Stops what still runs.
  @Override
  public void close() {
    reading.shutdownNow();
    scanning.shutdownNow();
  }
}
