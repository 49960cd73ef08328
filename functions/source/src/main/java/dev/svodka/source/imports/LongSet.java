package dev.svodka.source.imports;

/**
 * A set of well-mixed 64-bit numbers, such as prefixes of hashes, in some 12 bytes each. It grows
 * by half, part by part, so that no moment needs much more than what it holds.
 */
final class LongSet {
  private static final int PART_BITS = 8;
  private static final int FIRST_SLOTS = 16;
  private static final double FULL = 0.8;

  private final long[][] parts = new long[1 << PART_BITS][];
  private final int[] sizes = new int[1 << PART_BITS];
  private long size;
  private boolean zero;

  LongSet() {
    for (int i = 0; i < parts.length; i++) {
      parts[i] = new long[FIRST_SLOTS];
    }
  }

  long size() {
    return size;
  }

  boolean contains(long value) {
    if (value == 0) {
      return zero;
    }
    long[] slots = parts[part(value)];
    return slots[slot(slots, value)] == value;
  }

  /** Adds a value; false where it was there. */
  boolean add(long value) {
    if (value == 0) {
      size += zero ? 0 : 1;
      boolean fresh = !zero;
      zero = true;
      return fresh;
    }
    int part = part(value);
    int slot = slot(parts[part], value);
    if (parts[part][slot] == value) {
      return false;
    }
    parts[part][slot] = value;
    size++;
    sizes[part]++;
    if (sizes[part] > parts[part].length * FULL) {
      grow(part);
    }
    return true;
  }

  void addAll(LongSet other) {
    for (long[] slots : other.parts) {
      for (long value : slots) {
        if (value != 0) {
          add(value);
        }
      }
    }
    if (other.zero) {
      add(0);
    }
  }

  private void grow(int part) {
    long[] old = parts[part];
    long[] slots = new long[old.length + old.length / 2];
    for (long value : old) {
      if (value != 0) {
        slots[slot(slots, value)] = value;
      }
    }
    parts[part] = slots;
  }

  private static int part(long value) {
    return (int) (value >>> (Long.SIZE - PART_BITS));
  }

  private static int slot(long[] slots, long value) {
    int slot = (int) Math.unsignedMultiplyHigh(value << PART_BITS, slots.length);
    while (slots[slot] != 0 && slots[slot] != value) {
      slot = slot + 1 == slots.length ? 0 : slot + 1;
    }
    return slot;
  }
}
