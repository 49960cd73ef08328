package dev.svodka.report.deliver;

import dev.svodka.report.Published;
import dev.svodka.report.deliver.Bulletin.Figure;
import dev.svodka.report.text.Texts;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a bulletin says, in the forms that the ways out take. */
final class Messages {
  private static final int LONGEST_LEAD = 400;

  private final Bulletin bulletin;
  private final Texts texts;

  Messages(Bulletin bulletin) {
    this.bulletin = bulletin;
    this.texts = new Texts(bulletin.page().language());
  }

  Email email(String to, Optional<URI> link, boolean attach) {
    return new Email(
        to,
        subject(),
        plain(link),
        LetterViewRenderer.of().execute(view(link)),
        bulletin.picture(),
        attach ? bulletin.workbook().stream().toList() : List.of());
  }

  /** {@code Конверсия за неделю, 16–22 ноября 2026: ООО «Ромашка»}, on one line. */
  String subject() {
    return oneLine("%s, %s: %s".formatted(page().title(), page().period(), bulletin.company()));
  }

  String plain(Optional<URI> link) {
    List<String> lines = new ArrayList<>();
    lines.add(page().title() + ", " + page().period());
    lines.add(bulletin.company());
    lines.add("");
    lead().ifPresent(lines::add);
    lines.add("");
    bulletin.figures().forEach(figure -> lines.add(said(figure)));
    link.ifPresent(
        address -> {
          lines.add("");
          lines.add(texts.get("letter.open") + ": " + address);
          lines.add(texts.get("letter.yours"));
        });
    return String.join("\n", lines);
  }

  /** Telegram's HTML: bold and links, all else escaped; the lead is cut so that it fits. */
  String telegram(Optional<URI> link, int longest) {
    String figures =
        bulletin.figures().stream()
            .map(this::said)
            .map(Messages::escaped)
            .collect(Collectors.joining("\n"));
    String head = "<b>%s</b>\n%s".formatted(escaped(subject()), figures);
    String tail =
        link.map(
                address ->
                    "\n\n<a href=\"%s\">%s</a>"
                        .formatted(escaped(address.toString()), escaped(texts.get("letter.open"))))
            .orElse("");
    int left = longest - head.length() - tail.length() - 2;
    return head
        + lead()
            .filter(lead -> escaped(lead).length() <= left)
            .map(l -> "\n\n" + escaped(l))
            .orElse("")
        + tail;
  }

  private LetterView view(Optional<URI> link) {
    return new LetterView(
        page().language().tag(),
        page().title(),
        page().period(),
        bulletin.company(),
        lead().stream().toList(),
        bulletin.figures(),
        bulletin.picture().isPresent(),
        link.map(URI::toString).stream().toList(),
        texts.get("letter.open"),
        texts.get("letter.yours"),
        texts.get("page.footer"));
  }

  private Published.Page page() {
    return bulletin.page();
  }

  private Optional<String> lead() {
    return page().lead().stream()
        .findFirst()
        .map(
            lead ->
                lead.length() <= LONGEST_LEAD
                    ? lead
                    : lead.substring(0, lead.offsetByCodePoints(0, LONGEST_LEAD / 2)) + "…");
  }

  private String said(Figure figure) {
    return oneLine(
        figure.name()
            + ": "
            + figure.value()
            + (figure.change().isEmpty() ? "" : " (" + figure.change() + ")"));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*[\\r\\n]+\\s*", " ");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
