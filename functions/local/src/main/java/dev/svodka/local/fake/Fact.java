package dev.svodka.local.fake;

/**
 * Something that happened, as figures know it.
 *
 * @param item its type and id, {@code deal/7}
 * @param target where to or to whom; empty where the kind says all
 * @param second since 1970
 */
public record Fact(String kind, String item, String target, long second)
    implements Comparable<Fact> {
  @Override
  public int compareTo(Fact other) {
    return toString().compareTo(other.toString());
  }
}
