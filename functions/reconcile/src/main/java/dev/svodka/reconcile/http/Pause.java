package dev.svodka.reconcile.http;

import java.time.Duration;

/** Waits; a test's waits by moving its clock. */
public interface Pause {
  /** The thread's own sleep. */
  Pause REAL = Thread::sleep;

  void sleep(Duration time) throws InterruptedException;
}
