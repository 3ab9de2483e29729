package org.testigo.formats.compression;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Takes the blocks of a long stream apart on a thread of its own, some ahead of those that are
/// asked for: one core does this while another weaves. Those of a short one are taken apart when
/// they are asked for.
final class ZstdAhead {
  /// About 2 MB: less is not worth a thread.
  private static final int BLOCKS_ALONE = 16;

  private static final int BLOCKS_AHEAD = 8;

  private final ZstdBlocks blocks;
  private final Deque<Future<ZstdUnwoven>> ahead = new ArrayDeque<>();
  private ZstdUnwoven given = new ZstdUnwoven();
  private int givenBlocks;
  private @Nullable ExecutorService thread;

  ZstdAhead(ZstdBlocks blocks) {
    this.blocks = blocks;
  }

  /// The next block; the one that was given before is used again.
  ZstdUnwoven next() throws IOException {
    if (givenBlocks++ < BLOCKS_ALONE) return blocks.next(given);
    if (thread == null) thread = start();
    else read(thread, given);
    given = take();
    return given;
  }

  private ExecutorService start() {
    var started =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("zstd-ahead").daemon(true).factory());
    read(started, given);
    for (int i = 1; i < BLOCKS_AHEAD; i++) read(started, new ZstdUnwoven());
    return started;
  }

  private void read(ExecutorService on, ZstdUnwoven block) {
    ahead.add(on.submit(() -> blocks.next(block)));
  }

  private ZstdUnwoven take() throws IOException {
    try {
      return ahead.remove().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while zstd blocks are read");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException medium) throw medium;
      throw new IllegalStateException("reading zstd blocks ahead failed", e.getCause());
    }
  }

  void close() {
    if (thread != null) thread.shutdownNow();
  }
}
