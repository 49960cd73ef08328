package dev.svodka.local.bench;

/**
 * One stage that was timed.
 *
 * @param stage {@code generate kpis reports parse}
 * @param amount how many of {@code unit} it worked through
 * @param seconds by the wall's clock
 */
public record Measured(String stage, long amount, String unit, double seconds) {
  /** How many a second. */
  public double rate() {
    return amount / seconds;
  }
}
