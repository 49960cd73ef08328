package dev.svodka.source;

import dev.svodka.core.event.ChangeEvent;
import java.util.ArrayList;
import java.util.List;

/** What a payload gave, one line a part, so that a test can state it whole. */
public final class Told {
  private Told() {}

  public static List<String> by(Parsed parsed) {
    return switch (parsed) {
      case Parsed.Refused refused -> List.of("refused " + refused.code() + ": " + refused.reason());
      case Parsed.Events told -> {
        List<String> lines = new ArrayList<>();
        told.events().forEach(event -> lines.add(line(event)));
        told.ignored().forEach(part -> lines.add("ignored " + part.where() + ": " + part.reason()));
        told.rejected()
            .forEach(part -> lines.add("rejected " + part.where() + ": " + part.reason()));
        yield lines;
      }
    };
  }

  private static String line(ChangeEvent event) {
    StringBuilder line = new StringBuilder();
    line.append(event.kind().text())
        .append(' ')
        .append(event.item().type())
        .append('/')
        .append(event.item().id())
        .append(' ')
        .append(event.occurredAt());
    event.pipeline().ifPresent(value -> line.append(" pipeline=").append(value));
    event.stage().ifPresent(value -> line.append(" stage=").append(value));
    event.stageBefore().ifPresent(value -> line.append(" before=").append(value));
    event.owner().ifPresent(value -> line.append(" owner=").append(value));
    event.actor().ifPresent(value -> line.append(" actor=").append(value));
    event.parent().ifPresent(p -> line.append(" parent=").append(p.type() + "/" + p.id()));
    event.customerId().ifPresent(value -> line.append(" customer=").append(value));
    event.customerName().ifPresent(value -> line.append(" name=").append(value));
    event.amount().ifPresent(value -> line.append(" amount=").append(value));
    event.currency().ifPresent(value -> line.append(' ').append(value));
    event.dueAt().ifPresent(value -> line.append(" due=").append(value));
    if (!event.fields().isEmpty()) {
      line.append(' ').append(event.fields());
    }
    return line.toString();
  }
}
