package dev.svodka.report.page;

import dev.svodka.report.text.Formats;
import dev.svodka.report.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;

/** What the page of what has to be done is written from. */
record ActScene(Todos todos, ActWords words, RunFacts facts, Texts texts, Formats formats) {
  private static final String ANY = "";

  /** Of a chapter about the company: what the rules of its processes ask for. */
  static ActScene of(Scene company) {
    Set<String> processes =
        company.parts().stream().map(part -> part.process().id()).collect(Collectors.toSet());
    RunFacts facts = company.facts();
    return new ActScene(
        Todos.of(
            facts.behind().acts().stream()
                .filter(act -> processes.contains(act.process()))
                .toList()),
        new ActWords(facts, company.texts()),
        facts,
        company.texts(),
        company.formats());
  }

  ZoneId zone() {
    return facts.business().zone();
  }

  LocalDate lastDay() {
    return day(facts.asOf().minusMillis(1));
  }

  LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, zone());
  }

  /** {@code 12 дней}, {@code сегодня}; nothing where nobody tells since when. */
  String days(Todo todo) {
    return todo.days(lastDay(), zone())
        .map(days -> days == 0 ? texts.get("act.today") : counted("days.count", days))
        .orElse("");
  }

  /** {@code 34 дела}. */
  String counted(String key, long count) {
    return texts.plural(key, ANY, count, formats.count(count));
  }

  /** {@code сделка 1042: выставить счёт, 12 дней}. */
  String said(Todo todo) {
    String days = days(todo);
    return words.within(words.item(todo.item()))
        + ": "
        + words.within(words.what(todo))
        + (days.isEmpty() ? "" : ", " + days);
  }
}
