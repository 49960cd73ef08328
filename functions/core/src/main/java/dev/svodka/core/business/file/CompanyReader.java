package dev.svodka.core.business.file;

import dev.svodka.core.business.Delivery;
import dev.svodka.core.business.KeptField;
import dev.svodka.core.business.LiveSource;
import dev.svodka.core.business.WorkingTime;
import dev.svodka.core.calendar.Calendars;
import dev.svodka.core.calendar.WorkCalendar;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.SourceKind;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of the file that are about the company as a whole. */
final class CompanyReader {
  static final LocalTime DAY_BEGINS = LocalTime.of(9, 0);
  static final LocalTime DAY_ENDS = LocalTime.of(18, 0);
  private static final Pattern HOURS =
      Pattern.compile("(\\d{1,2}:\\d{2})\\s*[-–]\\s*(\\d{1,2}:\\d{2})");
  private static final int MAX_CALENDAR_BYTES = 1 << 20;
  private static final List<String> CALENDARS = List.of("RU", "BY", "KZ", "UZ", WorkingTime.NONE);
  private static final Pattern SUBDOMAIN =
      Pattern.compile("(?i)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?i)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.){1,6}[a-z0-9-]{2,63}(:\\d{1,5})?");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s,;<>]{1,64}@[^@\\s,;<>]{1,190}");
  private static final Pattern CHAT = Pattern.compile("-?\\d{1,20}|@\\w{3,40}");

  private CompanyReader() {}

  static WorkingTime workingTime(Section section, Path folder) {
    String calendar = calendar(section, folder);
    LocalTime from = DAY_BEGINS;
    LocalTime to = DAY_ENDS;
    Optional<Value> hours = section.get("hours");
    Optional<Matcher> matched =
        hours
            .flatMap(Value::text)
            .map(text -> HOURS.matcher(text.strip()))
            .filter(Matcher::matches);
    if (matched.isPresent()) {
      from = time(hours.get(), matched.get().group(1)).orElse(DAY_BEGINS);
      to = time(hours.get(), matched.get().group(2)).orElse(DAY_ENDS);
    } else if (hours.isPresent()) {
      hours.get().problem("are no working hours", "write begin and end: \"09:00-18:00\"");
    }
    if (!from.isBefore(to)) {
      section.at().problem("the working day ends before it begins", "write \"09:00-18:00\"");
      return new WorkingTime(calendar, DAY_BEGINS, DAY_ENDS);
    }
    boolean decreed = section.get("decreed-days-off").flatMap(Value::flag).orElse(true);
    return new WorkingTime(calendar, from, to, decreed);
  }

  private static String calendar(Section section, Path folder) {
    Optional<Value> value = section.required("calendar", "RU");
    Optional<String> name = value.flatMap(Value::text);
    if (name.isEmpty()) {
      return WorkingTime.NONE;
    }
    if (name.get().contains(".")) {
      Companion.text(value.get(), name.get(), folder, MAX_CALENDAR_BYTES)
          .ifPresent(text -> checkCalendar(value.get(), name.get(), text));
    } else if (!CALENDARS.contains(name.get())) {
      value
          .get()
          .problem(
              "there is no calendar `" + name.get() + "`",
              "take RU, BY, KZ, UZ, none, or name a file beside this one: calendar.csv");
    }
    return name.get();
  }

  private static void checkCalendar(Value value, String name, String text) {
    try {
      WorkCalendar _ = Calendars.own(name, text);
    } catch (SvodkaException e) {
      value.problem("the calendar is wrong: " + e.getMessage(), "mend that file");
    }
  }

  private static Optional<LocalTime> time(Value value, String text) {
    String[] parts = text.split(":", -1);
    int hour = Integer.parseInt(parts[0]);
    int minute = Integer.parseInt(parts[1]);
    if (hour > 23 || minute > 59) {
      value.problem("`" + text + "` is no time of day", "write 00:00 to 23:59");
      return Optional.empty();
    }
    return Optional.of(LocalTime.of(hour, minute));
  }

  static SequencedMap<String, String> owners(Value owners) {
    SequencedMap<String, String> names = new LinkedHashMap<>();
    owners.entries().forEach((id, name) -> name.text().ifPresent(text -> names.put(id, text)));
    return names;
  }

  static List<LiveSource> sources(Value list, ZoneId zone) {
    List<LiveSource> sources = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Value element : list.list()) {
      Section section = element.section(Shape.SOURCE);
      LiveSource source = source(section, zone);
      if (!ids.add(source.id())) {
        element.problem("two sources are called `" + source.id() + "`", "give each its own id");
      }
      sources.add(source);
    }
    return sources;
  }

  private static LiveSource source(Section section, ZoneId zone) {
    String id = section.required("id", "amo").flatMap(Value::text).orElse("");
    section.get("id").ifPresent(value -> Scalars.id(id, value));
    SourceKind kind =
        section
            .required("kind", "amocrm")
            .flatMap(value -> value.choice(Words.LIVE_KINDS))
            .orElse(SourceKind.HTTP);
    Optional<String> subdomain = host(section, "subdomain", SUBDOMAIN, "romashka");
    Optional<String> domain = host(section, "domain", DOMAIN, "romashka.bitrix24.ru");
    if (kind == SourceKind.AMOCRM && subdomain.isEmpty() && domain.isEmpty()) {
      section.at().problem("an amoCRM source needs its subdomain", "add `subdomain: romashka`");
    }
    if (kind == SourceKind.BITRIX24 && domain.isEmpty()) {
      section
          .at()
          .problem("a Bitrix24 source needs its domain", "add `domain: romashka.bitrix24.ru`");
    }
    return new LiveSource(
        id,
        kind,
        subdomain,
        domain,
        section.text("account-id"),
        section.get("secret").flatMap(Scalars::secret),
        section.get("token").flatMap(Scalars::secret),
        section.get("time-zone").flatMap(Scalars::zone).orElse(zone),
        section.text("invoice-catalog"),
        section.get("application-token").flatMap(Scalars::secret));
  }

  /** Pages link to it: nothing but a host's name may stand here. */
  private static Optional<String> host(
      Section section, String field, Pattern allowed, String example) {
    Optional<String> host = section.text(field);
    if (host.filter(name -> !allowed.matcher(name).matches()).isPresent()) {
      section
          .get(field)
          .ifPresent(
              value ->
                  value.problem(
                      "is no " + field, "write `" + example + "`, without https:// or /"));
    }
    return host;
  }

  static List<Delivery> deliveries(Value list) {
    List<Delivery> deliveries = new ArrayList<>();
    for (Value element : list.list()) {
      deliveries.add(delivery(element.section(Shape.DELIVERY)));
    }
    return deliveries;
  }

  private static Delivery delivery(Section section) {
    for (Value address : section.get("email").map(Value::list).orElse(List.of())) {
      if (address.text().filter(text -> !EMAIL.matcher(text).matches()).isPresent()) {
        address.problem("is no address", "write `name@example.com`");
      }
    }
    Optional<Value> telegram = section.get("telegram");
    if (telegram.flatMap(Value::text).filter(chat -> !CHAT.matcher(chat).matches()).isPresent()) {
      telegram.get().problem("is no chat", "write its number in quotes: \"-100123\"");
    }
    if (telegram.isPresent() && section.get("token").isEmpty()) {
      section
          .at()
          .problem("Telegram needs the bot's token", "add `token: ssm:/svodka/<account>/telegram`");
    }
    if (section.present("email", "telegram").isEmpty()) {
      section.at().problem("this is delivered to nobody", "add `email:` or `telegram:`");
    }
    return new Delivery(
        section
            .required("report", "weekly-conversion")
            .flatMap(value -> value.choice(Words.REPORTS))
            .orElse(""),
        section.required("audience", "managers").flatMap(Value::text).orElse(""),
        section.texts("email"),
        telegram.flatMap(Value::text),
        section.get("token").flatMap(Scalars::secret),
        section.get("attach").flatMap(value -> value.choice(Words.ATTACHMENTS)));
  }

  static List<KeptField> keep(Value list) {
    return list.texts().stream()
        .map(
            text ->
                text.endsWith("?")
                    ? new KeptField(text.substring(0, text.length() - 1), true)
                    : new KeptField(text, false))
        .toList();
  }
}
