package dev.svodka.ingest;

/** What the sender is told: an HTTP status and one plain line. */
public record Answer(int status, String text) {
  /** All of the delivery is durable, or needs not be. */
  public static final Answer ACCEPTED = new Answer(202, "accepted");

  /** Nobody lives here; the same for a wrong account, source, secret and route. */
  public static final Answer NOT_FOUND = new Answer(404, "not found");

  /** Not durable: send it again. */
  public static final Answer UNAVAILABLE = new Answer(503, "not stored, send it again");
}
