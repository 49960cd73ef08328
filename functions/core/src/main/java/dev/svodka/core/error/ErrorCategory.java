package dev.svodka.core.error;

/** Who has to act on an error: decides the HTTP status, the exit status, retry or dead letter. */
public enum ErrorCategory {
  /** The client's data or call is wrong; trying again changes nothing. */
  CLIENT_DATA,
  /** A fault of ours; an alarm is raised. */
  OUR_BUG,
  /** Memory, disk, time or a quota ran out. */
  RESOURCES,
  /** Something outside did not answer as it should; trying again may help. */
  EXTERNAL
}
