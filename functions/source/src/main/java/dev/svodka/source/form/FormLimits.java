package dev.svodka.source.form;

/**
 * How much of a hostile body is read before it is refused.
 *
 * @param bytes of the whole body
 * @param keys number of key=value pairs
 * @param depth levels of one key: {@code a[b][c]} has three
 * @param keyBytes of one key as it stands in the body
 * @param valueBytes of one value as it stands in the body
 */
public record FormLimits(int bytes, int keys, int depth, int keyBytes, int valueBytes) {
  /**
   * A real delivery has about 20 keys an entity and 10 levels at most; a percent-encoded Cyrillic
   * note of the longest kind that amoCRM takes is below the limit of a value.
   */
  public static final FormLimits DEFAULT = new FormLimits(2 << 20, 20_000, 16, 1_024, 512 << 10);

  /** One page of an answer that we asked for: 250 cards of a hundred fields each. */
  public static final FormLimits ANSWER = new FormLimits(16 << 20, 1_000_000, 24, 1_024, 512 << 10);
}
