package dev.svodka.core.business.file;

import dev.svodka.core.business.BusinessProcess.ProcessKind;
import dev.svodka.core.business.BusinessProcess.Skips;
import dev.svodka.core.business.Deadline;
import dev.svodka.core.business.ImportRule.Format;
import dev.svodka.core.business.ImportRule.SameStage;
import dev.svodka.core.business.Interval;
import dev.svodka.core.business.Language;
import dev.svodka.core.business.Milestone;
import dev.svodka.core.event.Kind;
import dev.svodka.core.event.SourceKind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.Function;

/** The words that the file may say at places where only certain ones are meant. */
final class Words {
  static final SequencedMap<String, Boolean> FLAGS = flags();
  static final SequencedMap<String, Language> LANGUAGES = of(Language.values(), Language::tag);
  static final SequencedMap<String, SourceKind> SOURCE_KINDS =
      of(SourceKind.values(), SourceKind::text);
  static final SequencedMap<String, SourceKind> LIVE_KINDS = live();
  static final SequencedMap<String, Kind> KINDS = of(Kind.values(), Kind::text);
  static final SequencedMap<String, ProcessKind> PROCESS_KINDS =
      of(ProcessKind.values(), Words::dashed);
  static final SequencedMap<String, Skips> SKIPS = of(Skips.values(), Words::dashed);
  static final SequencedMap<String, Milestone.Take> TAKES =
      of(Milestone.Take.values(), Words::dashed);
  static final SequencedMap<String, Interval.Match> MATCHES =
      of(Interval.Match.values(), Words::dashed);
  static final SequencedMap<String, Deadline.By> BYS = of(Deadline.By.values(), Words::dashed);
  static final SequencedMap<String, Deadline.Shift> SHIFTS =
      of(Deadline.Shift.values(), Words::dashed);
  static final SequencedMap<String, SameStage> SAME_STAGES = of(SameStage.values(), Words::dashed);
  static final SequencedMap<String, Format> FORMATS = of(Format.values(), Words::format);
  static final SequencedMap<String, String> ATTACHMENTS =
      of(new String[] {"xlsx", "csv", "html"}, word -> word);
  static final SequencedMap<String, String> REPORTS =
      of(
          new String[] {
            "weekly-conversion",
            "overdue-invoices",
            "approvals",
            "all-processes",
            "act-today",
            "data-quality"
          },
          word -> word);

  private Words() {}

  private static String format(Format format) {
    return format == Format.ONEC_BANK ? "1c-bank" : dashed(format);
  }

  private static String dashed(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static SequencedMap<String, Boolean> flags() {
    SequencedMap<String, Boolean> flags = new LinkedHashMap<>();
    flags.put("true", true);
    flags.put("false", false);
    return Collections.unmodifiableSequencedMap(flags);
  }

  private static SequencedMap<String, SourceKind> live() {
    return of(
        new SourceKind[] {SourceKind.AMOCRM, SourceKind.BITRIX24, SourceKind.ONEC, SourceKind.HTTP},
        SourceKind::text);
  }

  private static <T> SequencedMap<String, T> of(T[] values, Function<T, String> word) {
    SequencedMap<String, T> words = new LinkedHashMap<>();
    for (T value : values) {
      words.put(word.apply(value), value);
    }
    return Collections.unmodifiableSequencedMap(words);
  }
}
