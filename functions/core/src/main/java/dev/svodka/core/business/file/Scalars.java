package dev.svodka.core.business.file;

import dev.svodka.core.business.Span;
import dev.svodka.core.business.Template;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Period;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that are one text with a meaning of its own. */
final class Scalars {
  private static final Pattern SPAN =
      Pattern.compile("(\\d{1,5})\\s+(working\\s+)?(day|hour|minute)s?");
  private static final Pattern PERIOD = Pattern.compile("(\\d{1,3})\\s+(year|month|day)s?");
  private static final Pattern SECRET =
      Pattern.compile("(ssm:/|secretsmanager:|env:|file:)[A-Za-z0-9_./:~-]{1,200}");
  private static final Pattern ID = Pattern.compile("[\\p{L}][\\p{L}\\p{N}_-]{0,63}");
  private static final Pattern ITEM_TYPE = Pattern.compile("[a-z][a-z0-9_-]{0,39}");

  private Scalars() {}

  /** {@code 2 working days}, {@code 30 minutes}; working units only where there is working time. */
  static Optional<Span> span(Value value, boolean workingTime) {
    Optional<String> text = value.text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Matcher matcher = SPAN.matcher(text.get().strip());
    if (!matcher.matches()) {
      value.problem(
          "`" + text.get() + "` is no span of time",
          "write a whole number and `working days`, `working hours`, `days`, `hours` or `minutes`:"
              + " `2 working days`");
      return Optional.empty();
    }
    boolean working = matcher.group(2) != null;
    long count = Long.parseLong(matcher.group(1));
    if (count == 0) {
      value.problem("a span of nothing leaves no time at all", "give at least 1");
    }
    if (working && matcher.group(3).equals("minute")) {
      value.problem("working minutes are not counted", "write `minutes` or `working hours`");
      return Optional.empty();
    }
    if (working && !workingTime) {
      value.problem(
          "`" + text.get() + "` counts working time, which the file does not state",
          "add `working-time: {calendar: RU, hours: \"09:00-18:00\"}`, or leave `working` out");
    }
    return Optional.of(new Span(count, unit(matcher.group(3), working)));
  }

  /** A span in days, which is counted on local dates. */
  static Optional<Span> days(Value value, boolean workingTime) {
    Optional<Span> span = span(value, workingTime);
    if (span.isPresent() && !inDays(span.get())) {
      value.problem("is counted on dates, not on the clock", "give it in days or working days");
    }
    return span;
  }

  static boolean inDays(Span span) {
    return span.unit() == Span.Unit.DAYS || span.unit() == Span.Unit.WORKING_DAYS;
  }

  /** A span of the wall's clock. */
  static Optional<Span> elapsed(Value value) {
    Optional<Span> span = span(value, true);
    if (span.isPresent() && span.get().unit().working()) {
      value.problem("an age is counted in elapsed time", "write it in `days` or `hours`");
    }
    return span;
  }

  private static Span.Unit unit(String word, boolean working) {
    return switch (word) {
      case "day" -> working ? Span.Unit.WORKING_DAYS : Span.Unit.DAYS;
      case "hour" -> working ? Span.Unit.WORKING_HOURS : Span.Unit.HOURS;
      default -> Span.Unit.MINUTES;
    };
  }

  static Optional<Period> period(Value value) {
    return value.parse(
        text -> {
          Matcher matcher = PERIOD.matcher(text.strip());
          if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
            throw new IllegalArgumentException(text);
          }
          int count = Integer.parseInt(matcher.group(1));
          return switch (matcher.group(2)) {
            case "year" -> Period.ofYears(count);
            case "month" -> Period.ofMonths(count);
            default -> Period.ofDays(count);
          };
        },
        "is no period",
        "write `5 years`, `18 months` or `90 days`");
  }

  static Optional<ZoneId> zone(Value value) {
    Optional<String> text = value.text();
    try {
      return text.map(ZoneId::of);
    } catch (DateTimeException e) {
      value.problem(
          "`" + text.orElse("") + "` is no time zone",
          Nearest.to(text.orElse(""), ZoneId.getAvailableZoneIds())
              .map(near -> "did you mean `" + near + "`?")
              .orElse("write it as region and city, such as Europe/Moscow"));
      return Optional.empty();
    }
  }

  static Optional<String> currency(Value value) {
    return value.parse(
        text -> Currency.getInstance(text).getCurrencyCode(),
        "is no currency",
        "write its three capital letters of ISO 4217, such as RUB");
  }

  static Optional<Template> template(Value value) {
    return value.parse(
        text -> {
          Template template = Template.of(text);
          if (template.names().contains("")) {
            throw new IllegalArgumentException("an empty place");
          }
          return template;
        },
        "is no template",
        "close each `{` by a `}` with the column's name between: \"{close_value}\"");
  }

  /** A reference to where a secret is kept; what stands here in clear is never repeated. */
  static Optional<String> secret(Value value) {
    Optional<String> text = value.text();
    if (text.isPresent() && !SECRET.matcher(text.get()).matches()) {
      value.problem(
          "a secret may not stand in this file, only where it is kept",
          "put it into Parameter Store, write `ssm:/svodka/<account>/<name>` here, and change the"
              + " secret if it has stood here in clear");
      return Optional.empty();
    }
    return text;
  }

  /** A number of 0 or more. */
  static Optional<BigDecimal> amount(Value value) {
    return value.parse(
        text -> {
          BigDecimal number = new BigDecimal(text);
          if (text.length() > 20 || number.signum() < 0 || Math.abs(number.scale()) > 20) {
            throw new IllegalArgumentException(text);
          }
          return number;
        },
        "is no amount",
        "write a number of 0 or more with a decimal point, such as 0.01");
  }

  static List<Integer> integers(Value list, int least, int most) {
    return list.list().stream()
        .flatMap(
            value ->
                value
                    .parse(
                        text -> {
                          int number = Integer.parseInt(text);
                          if (number < least || number > most) {
                            throw new IllegalArgumentException(text);
                          }
                          return number;
                        },
                        "does not fit here",
                        "write a whole number from " + least + " to " + most)
                    .stream())
        .toList();
  }

  /** A name that the user gives to a process, a milestone, an interval. */
  static void id(String id, Value value) {
    if (!ID.matcher(id).matches()) {
      value.problem(
          "`" + id + "` is no name",
          "begin with a letter, then letters, digits, `_` and `-`, at most 64");
    }
  }

  /** A type of items, or in an import a template of the rows' own. */
  static Optional<String> itemTypeOrTemplate(Value value) {
    Optional<String> text = value.text();
    return text.filter(said -> said.startsWith("{")).isPresent() ? text : itemType(value);
  }

  static Optional<String> itemType(Value value) {
    return value.parse(
        text -> {
          if (!ITEM_TYPE.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
          }
          return text;
        },
        "is no type of items",
        "write a small Latin word, such as deal, invoice, document, request");
  }
}
