package dev.svodka.local.fake;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/** Companies that share nothing, some at a time: what they do most is wait for a CRM that hangs. */
final class Seeds {
  private static final int AT_ONCE = 6;

  private Seeds() {}

  static void each(int count, LongConsumer company) {
    try (ExecutorService some = Executors.newFixedThreadPool(AT_ONCE)) {
      List<? extends Future<?>> companies =
          LongStream.rangeClosed(1, count)
              .mapToObj(seed -> some.submit(() -> company.accept(seed)))
              .toList();
      for (Future<?> done : companies) {
        done.get();
      }
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
