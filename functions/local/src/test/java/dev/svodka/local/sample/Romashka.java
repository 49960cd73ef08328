package dev.svodka.local.sample;

import dev.svodka.local.sample.Form.CustomField;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

/** The sample company: its people, its pipeline and its hours. {@code business.yaml} names them. */
final class Romashka {
  static final String SUBDOMAIN = "romashka";
  static final int ACCOUNT_ID = 12345678;
  static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
  static final LocalDate FIRST_DAY = LocalDate.of(2026, 8, 24);
  static final int WEEKS = 12;
  static final Instant END = FIRST_DAY.plusWeeks(WEEKS).atStartOfDay(ZONE).toInstant();

  static final int SALES = 3177727;
  static final int SERVICE = 3177730;
  static final int SERVICE_NEW = 32392180;
  static final int WON = 142;
  static final int LOST = 143;
  static final int NEW = 32392153;
  static final int QUALIFIED = 32392156;
  static final int PROPOSAL = 32392159;
  static final int TERMS = 32392162;
  static final int INVOICED = 32392165;

  static final int INVOICE_CATALOG = 1209;

  static final CustomField PHONE = new CustomField(575801, "Телефон", "PHONE", false);
  static final CustomField BUDGET = new CustomField(575803, "Бюджет", "BUDGET", false);
  static final CustomField SOURCE = new CustomField(575805, "Источник", "SOURCE", false);
  static final CustomField INN = new CustomField(575807, "ИНН", "INN", false);
  static final CustomField COMPANY = new CustomField(575809, "Компания", "COMPANY", false);
  static final CustomField REASON = new CustomField(575811, "Причина отказа", "LOSS_REASON", false);
  static final CustomField BILL_STATUS = new CustomField(1107155, "Статус", "BILL_STATUS", false);
  static final CustomField BILL_PAYER = new CustomField(1107159, "Плательщик", "PAYER", false);
  static final CustomField BILL_PRICE =
      new CustomField(1107167, "Итоговая сумма к оплате", "BILL_PRICE", false);
  static final CustomField BILL_DUE = new CustomField(1107169, "Оплатить до", "", true);
  static final CustomField BILL_PAID =
      new CustomField(1107171, "Дата оплаты", "BILL_PAYMENT_DATE", true);
  static final CustomField BILL_LEAD =
      new CustomField(1107173, "Ссылка на сделку", "LINK_TO_LEAD", false);

  /**
   * One who sells.
   *
   * @param skill added to the chance of each step
   * @param pace times as long as the others need
   */
  record Seller(int id, double skill, double pace) {}

  static final List<Seller> SELLERS =
      List.of(
          new Seller(504141, 0.04, 0.8),
          new Seller(504142, -0.03, 1.2),
          new Seller(504143, 0.02, 1.0),
          new Seller(504144, -0.05, 1.3));
  static final int ROBOT = 0;

  static final List<String> SOURCES = List.of("Сайт", "Звонок", "Рекомендация", "Выставка");
  static final List<String> REASONS =
      List.of("Дорого", "Выбрали другого", "Не отвечает", "Нет потребности", "Спам");

  private static final Set<LocalDate> HOLIDAYS = Set.of(LocalDate.of(2026, 11, 4));
  private static final LocalTime OPENS = LocalTime.of(9, 0);
  private static final int DAY_MINUTES = 9 * 60;

  private Romashka() {}

  static boolean works(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !HOLIDAYS.contains(day);
  }

  /** The moment that lies so many working minutes after this one. */
  static Instant after(Instant start, long workingMinutes) {
    ZonedDateTime from = start.atZone(ZONE);
    LocalDate day = from.toLocalDate();
    long minute = Math.max(0, from.toLocalTime().toSecondOfDay() / 60 - OPENS.toSecondOfDay() / 60);
    long rest = workingMinutes;
    while (true) {
      if (works(day) && minute < DAY_MINUTES) {
        long gone = DAY_MINUTES - minute;
        if (rest < gone) {
          return day.atTime(OPENS)
              .plusMinutes(minute + rest)
              .plusSeconds(from.getSecond())
              .atZone(ZONE)
              .toInstant();
        }
        rest -= gone;
      }
      day = day.plusDays(1);
      minute = 0;
    }
  }
}
