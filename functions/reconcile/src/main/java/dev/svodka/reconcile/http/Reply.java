package dev.svodka.reconcile.http;

/** What an API answered; it never prints its body. */
public final class Reply {
  private final int status;
  private final byte[] body;
  private final long retryAfterSeconds;

  Reply(int status, byte[] body, long retryAfterSeconds) {
    this.status = status;
    this.body = body;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  public int status() {
    return status;
  }

  /** The bytes themselves, for the one who reads them. */
  public byte[] body() {
    return body;
  }

  /** What the answer asks for; 0 where it asks for nothing. */
  public long retryAfterSeconds() {
    return retryAfterSeconds;
  }

  @Override
  public String toString() {
    return "Reply[" + status + ']';
  }
}
