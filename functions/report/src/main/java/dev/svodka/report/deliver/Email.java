package dev.svodka.report.deliver;

import java.util.List;
import java.util.Optional;

/**
 * One letter to one person: its link is for nobody else.
 *
 * @param picture shown in {@code html} as {@code cid:chart}
 */
public record Email(
    String to,
    String subject,
    String text,
    String html,
    Optional<Bulletin.Attached> picture,
    List<Bulletin.Attached> attachments) {
  public Email {
    attachments = List.copyOf(attachments);
  }
}
