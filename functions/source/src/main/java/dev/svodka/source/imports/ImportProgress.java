package dev.svodka.source.imports;

/** Is told now and then how far an import is. */
@FunctionalInterface
public interface ImportProgress {
  ImportProgress NONE = (read, total) -> {};

  /**
   * So much is done.
   *
   * @param read bytes of the files on disk that have been gone through; files are gone through more
   *     than once, so it only approaches the total when all is read
   * @param total what it will come to
   */
  void at(long read, long total);
}
