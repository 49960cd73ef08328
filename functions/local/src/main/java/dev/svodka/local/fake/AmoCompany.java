package dev.svodka.local.fake;

import dev.svodka.core.event.ChangeEvent;
import dev.svodka.local.fake.AmoChange.What;
import dev.svodka.local.generate.SyntheticCompany;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A company that lives: deals, tasks and invoices of {@link SyntheticCompany} as changes in an
 * amoCRM. What happens in the week after it was founded is over in half an hour, so that somebody
 * who looks on sees it; then time goes as it does.
 */
final class AmoCompany {
  /** How long before it was founded its history begins. */
  static final Duration HISTORY = Duration.ofDays(112);

  private static final Duration FUTURE = Duration.ofDays(35);
  private static final int DEALS = 420;
  private static final long QUICK_SECONDS = 7 * 86_400L;
  private static final long HALF_HOUR = 1_800;

  /** Ids that the stories have in other alphabets. */
  private static final long TASKS = 40_000_000;

  private static final long INVOICES = 90_000_000;

  static final AmoNames NAMES =
      new AmoNames(
          ordered(AmoWorld.PIPELINE, "Продажи"),
          ordered(
              32392153L,
              "Первичный контакт",
              32392156L,
              "Квалификация",
              32392159L,
              "КП отправлено",
              32392162L,
              "Согласование условий",
              32392165L,
              "Счёт выставлен",
              142L,
              "Успешно реализовано",
              143L,
              "Закрыто и не реализовано"),
          ordered(
              504141L,
              "Анна Ветрова",
              504142L,
              "Борис Лугов",
              504143L,
              "Вера Полянская",
              504144L,
              "Глеб Рощин",
              504145L,
              "Дарья Ключевская",
              504146L,
              "Егор Садовников",
              504147L,
              "Жанна Ручьёва",
              504148L,
              "Захар Дубравин"));

  private final long founded;
  private final List<AmoChange> changes = new ArrayList<>();
  private final Map<String, Long> numbers = new HashMap<>();
  private final Map<Long, BigDecimal> owed = new HashMap<>();

  private AmoCompany(long founded) {
    this.founded = founded;
  }

  /** The changes in order; the same seed and moment give the same ones. */
  static List<AmoChange> changes(long seed, Instant founded) {
    AmoCompany company = new AmoCompany(founded.getEpochSecond());
    SyntheticCompany.tellDeals(
        "romashka", DEALS, seed, founded.minus(HISTORY), founded.plus(FUTURE), company::take);
    return AmoWorld.real(company.changes);
  }

  private void take(ChangeEvent event) {
    switch (event.item().type()) {
      case "deal" -> deal(event, Long.parseLong(event.item().id()));
      case "task" -> task(event, number(event, TASKS));
      case "invoice" -> invoice(event, number(event, INVOICES));
      default -> throw new IllegalStateException("a deal's story has no " + event.item().type());
    }
  }

  private void deal(ChangeEvent event, long id) {
    switch (event.kind()) {
      case CREATED -> {
        add(event, What.LEAD_CREATED, id, stage(event), AmoWorld.PIPELINE);
        add(event, What.LEAD_PRICED, id, roubles(event), 0);
      }
      case MOVED -> add(event, What.LEAD_MOVED, id, stage(event), AmoWorld.PIPELINE);
      case ASSIGNED -> add(event, What.LEAD_ASSIGNED, id, owner(event), 0);
      case CONTACTED -> add(event, What.LEAD_CALLED, id, 0, 0);
      case DELETED -> add(event, What.LEAD_DELETED, id, 0, 0);
      case RESTORED -> add(event, What.LEAD_RESTORED, id, 0, 0);
      case CHANGED, PAID, MERGED -> {}
    }
  }

  private void task(ChangeEvent event, long id) {
    long lead = event.parent().map(parent -> Long.parseLong(parent.id())).orElse(0L);
    switch (event.kind()) {
      case CREATED -> {
        numbers.put("lead of " + id, lead);
        long due = event.dueAt().orElse(event.occurredAt()).getEpochSecond();
        add(event, What.TASK_CREATED, id, lead, placed(due));
      }
      case MOVED -> add(event, What.TASK_DONE, id, numbers.getOrDefault("lead of " + id, 0L), 0);
      default -> {}
    }
  }

  /** amoCRM knows an invoice as paid or not: it is once all of it is. */
  private void invoice(ChangeEvent event, long id) {
    switch (event.kind()) {
      case CREATED -> {
        long lead = event.parent().map(parent -> Long.parseLong(parent.id())).orElse(0L);
        long sum = roubles(event);
        owed.put(id, BigDecimal.valueOf(sum));
        add(event, What.INVOICE_CREATED, id, lead, sum);
      }
      case PAID -> {
        BigDecimal left =
            owed.merge(id, event.amount().orElse(BigDecimal.ZERO), BigDecimal::subtract);
        if (left.compareTo(BigDecimal.ONE) < 0) {
          add(event, What.INVOICE_PAID, id, 0, 0);
        }
      }
      default -> {}
    }
  }

  private void add(ChangeEvent event, What what, long item, long to, long more) {
    changes.add(
        new AmoChange(
            placed(event.occurredAt().getEpochSecond()),
            what,
            item,
            to,
            more,
            owner(event),
            what.name().startsWith("LEAD") ? event.fields() : Map.of()));
  }

  /** When it happens on the clock. */
  private long placed(long second) {
    long later = second - founded;
    if (later <= 0) {
      return second;
    }
    return later < QUICK_SECONDS
        ? founded + later * HALF_HOUR / QUICK_SECONDS
        : second - QUICK_SECONDS + HALF_HOUR;
  }

  private long number(ChangeEvent event, long base) {
    return numbers.computeIfAbsent(
        event.item().type() + event.item().id(), key -> base + numbers.size());
  }

  private static long stage(ChangeEvent event) {
    return Long.parseLong(event.stage().orElseThrow());
  }

  private static long owner(ChangeEvent event) {
    return Long.parseLong(event.owner().orElseThrow());
  }

  private static long roubles(ChangeEvent event) {
    return event.amount().orElseThrow().setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  private static Map<Long, String> ordered(Object... idsAndNames) {
    Map<Long, String> names = new LinkedHashMap<>();
    for (int i = 0; i < idsAndNames.length; i += 2) {
      names.put((Long) idsAndNames[i], (String) idsAndNames[i + 1]);
    }
    return names;
  }
}
