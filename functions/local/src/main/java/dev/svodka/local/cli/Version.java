package dev.svodka.local.cli;

/** The program's version, as the build wrote it into the jar. */
public final class Version {
  /** {@code 0.1.0}; {@code development} where it runs from classes. */
  public static final String TEXT = text();

  private Version() {}

  private static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
