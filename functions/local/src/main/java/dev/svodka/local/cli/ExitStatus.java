package dev.svodka.local.cli;

/** What the process tells its caller. */
final class ExitStatus {
  static final int DONE = 0;
  static final int OUR_FAULT = 1;
  static final int WRONG_INPUT = 2;

  private ExitStatus() {}
}
