package dev.svodka.core.business;

import java.util.List;
import java.util.Optional;

/** Who gets which report where they read it. */
public record Delivery(
    String report,
    String audience,
    List<String> email,
    Optional<String> telegram,
    Optional<String> token,
    Optional<String> attach) {
  public Delivery {
    email = List.copyOf(email);
  }
}
