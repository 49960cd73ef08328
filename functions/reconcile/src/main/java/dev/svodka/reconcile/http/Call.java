package dev.svodka.reconcile.http;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;

/** A request to an API; it never prints its body. */
public final class Call {
  private final String method;
  private final URI uri;
  private final Optional<byte[]> json;

  /** A request by any method that the API has. */
  public Call(String method, URI uri, Optional<byte[]> json) {
    this.method = requireNonNull(method, "method is null");
    this.uri = requireNonNull(uri, "uri is null");
    this.json = requireNonNull(json, "json is null");
  }

  /** Asks for what is there. */
  public static Call get(URI uri) {
    return new Call("GET", uri, Optional.empty());
  }

  /** Posts JSON. */
  public static Call post(URI uri, byte[] json) {
    return new Call("POST", uri, Optional.of(json));
  }

  String method() {
    return method;
  }

  URI uri() {
    return uri;
  }

  Optional<byte[]> json() {
    return json;
  }

  @Override
  public String toString() {
    return "Call[" + method + ']';
  }
}
