package dev.svodka.source.amocrm;

import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.Kind;
import dev.svodka.source.Sink;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Notes and messages: contacts with a deal or a person. Their texts are dropped. */
final class Touches {
  /**
   * Notes that the CRM writes by itself: created (1, 2, 12), stage changed (3), system (25); see
   * note types in the API v2 documentation.
   */
  private static final Set<String> BY_THE_CRM = Set.of("1", "2", "3", "12", "25");

  private final Sink sink;

  Touches(Sink sink) {
    this.sink = sink;
  }

  /**
   * A note under {@code leads[note]} or {@code contacts[note]}.
   *
   * @param type of the item where the note does not tell it
   */
  void note(String type, Element element) {
    Element note =
        element
            .node()
            .child("note")
            .map(node -> new Element(element.where(), node, element.zone()))
            .orElse(element);
    Optional<String> noteType = note.node().text("note_type").or(() -> note.node().text("type"));
    if (noteType.filter(BY_THE_CRM::contains).isPresent()) {
      sink.ignore(element.where(), "a note that the CRM writes by itself is no contact");
      return;
    }
    ItemRef item =
        ItemTypes.element(note)
            .or(() -> note.id("element_id").map(id -> new ItemRef(type, id)))
            .orElseThrow(() -> note.bad("element_id", "is missing"));
    contacted(item, note);
  }

  void message(Element message) {
    ItemTypes.element(message)
        .ifPresentOrElse(
            item -> contacted(item, message),
            () -> sink.ignore(message.where(), "a message that hangs on no deal or contact"));
  }

  /** A trigger of the digital pipeline: it tells no time. */
  void mail(ItemRef item, Element mail) {
    contacted(item, mail);
  }

  private void contacted(ItemRef item, Element touch) {
    Instant time = Cards.created(touch).or(() -> Cards.changed(touch)).orElse(sink.receivedAt());
    sink.add(sink.event(item, Kind.CONTACTED, time).actor(Cards.creator(touch)));
  }
}
