package dev.svodka.source.imports;

import dev.svodka.core.business.ImportRule;
import dev.svodka.core.business.file.Nearest;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.source.csv.CsvTable;
import dev.svodka.source.csv.TextEncoding;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of a table's columns, and the table that they were found by. */
record Header(CsvTable table, List<String> names) {
  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

  Header {
    names = List.copyOf(names);
  }

  /**
   * Reads the header by the rule's delimiter, or by the one by which it has all the columns that
   * the rule reads.
   *
   * @throws SvodkaException where a column is not there, or is there twice
   */
  static Header find(HistoryFile file, Charset charset, ImportRule rule) throws IOException {
    Optional<Character> given = rule.dialect().delimiter();
    List<Character> candidates = given.isPresent() ? List.of(given.get()) : DELIMITERS;
    List<Header> headers = new ArrayList<>();
    for (char delimiter : candidates) {
      CsvTable table =
          new CsvTable(file.name(), () -> TextEncoding.reader(file.open(), charset), delimiter);
      Optional<List<String>> names = table.header();
      if (names.isEmpty()) {
        throw invalid(file.name() + " is empty: it has no header");
      }
      headers.add(new Header(table, names.get()));
    }
    SequencedSet<String> needed = needed(rule);
    List<Header> fitting =
        headers.stream().filter(h -> h.missing(needed, rule.fields()).isEmpty()).toList();
    List<Header> split = fitting.stream().filter(h -> h.names.size() > 1).toList();
    if (split.size() > 1) {
      throw invalid(
          file.name()
              + ": the header has the rule's columns by more than one delimiter: say `delimiter:"
              + " \""
              + split.getFirst().table.delimiter()
              + "\"` in its import");
    }
    if (fitting.isEmpty()) {
      throw headers.stream()
          .max((a, b) -> Integer.compare(a.names.size(), b.names.size()))
          .orElseThrow()
          .lacking(file.name(), rule, needed);
    }
    Header header = split.isEmpty() ? fitting.getFirst() : split.getFirst();
    for (String name : needed) {
      if (Collections.frequency(header.names, name) > 1) {
        throw invalid(
            file.name()
                + ": line 1: the column `"
                + name
                + "` is there more than once, and the rule for `"
                + rule.files()
                + "` reads it: rename one");
      }
    }
    return header;
  }

  /** The columns that are kept as fields, a flattened log's {@code case:x} as {@code x}. */
  List<FieldCell> fields(KeptNames kept, Slots slots) {
    List<FieldCell> fields = new ArrayList<>();
    for (String column : new LinkedHashSet<>(names)) {
      kept.form(column)
          .ifPresent(form -> fields.add(new FieldCell(column, Cell.column(column, slots), form)));
      if (column.startsWith(KeptNames.CASE)) {
        String bare = column.substring(KeptNames.CASE.length());
        if (!names.contains(bare)) {
          kept.form(bare)
              .ifPresent(form -> fields.add(new FieldCell(bare, Cell.column(column, slots), form)));
        }
      }
    }
    return fields;
  }

  private List<String> missing(SequencedSet<String> needed, List<String> fields) {
    return Stream.concat(
            needed.stream(), fields.stream().filter(name -> !names.contains(KeptNames.CASE + name)))
        .distinct()
        .filter(name -> !names.contains(name))
        .toList();
  }

  private SvodkaException lacking(String file, ImportRule rule, SequencedSet<String> needed) {
    String missing =
        missing(needed, rule.fields()).stream()
            .map(name -> '`' + name + "` (" + Nearest.hint(name, names) + ')')
            .collect(Collectors.joining(", "));
    return invalid(
        file
            + ": line 1: the header has no column "
            + missing
            + ", which the rule for `"
            + rule.files()
            + "` reads");
  }

  private static SequencedSet<String> needed(ImportRule rule) {
    Slots slots = new Slots();
    RuleCells.of(rule, slots);
    return new LinkedHashSet<>(slots.names());
  }

  private static SvodkaException invalid(String message) {
    return new SvodkaException(ErrorCode.INPUT_INVALID, message);
  }
}
