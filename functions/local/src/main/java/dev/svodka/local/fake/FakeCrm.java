package dev.svodka.local.fake;

import java.util.Map;
import java.util.Optional;

/** A CRM that is asked over HTTP. */
public interface FakeCrm {
  /**
   * A request.
   *
   * @param method such as GET
   * @param query decoded
   * @param bearer token of the Authorization header, empty where there is none
   */
  record Request(
      String method, String path, Map<String, String> query, String bearer, String body) {}

  /** What is wrong with the way an answer comes. */
  enum Fault {
    NONE,
    /** The body ends before it should. */
    TRUNCATED,
    /** No answer at all, until the caller gives up. */
    SILENT
  }

  /** An answer; a body left out is an empty one. */
  record Reply(int status, Optional<String> json, Fault fault) {
    static Reply of(int status, String json) {
      return new Reply(status, Optional.of(json), Fault.NONE);
    }

    static Reply of(int status) {
      return new Reply(status, Optional.empty(), Fault.NONE);
    }

    Reply with(Fault told) {
      return new Reply(status, json, told);
    }
  }

  Reply answer(Request request);
}
