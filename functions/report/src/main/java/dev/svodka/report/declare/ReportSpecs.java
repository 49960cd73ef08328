package dev.svodka.report.declare;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.BusinessProcess.ProcessKind;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reports that come with the project and those that a company adds. */
public final class ReportSpecs {
  /** The reports under {@code report/} on the class path, in the order of the front page. */
  public static final List<String> SHIPPED =
      List.of(
          "all-processes",
          "act-today",
          "weekly-conversion",
          "overdue-invoices",
          "approvals",
          "data-quality");

  private ReportSpecs() {}

  /**
   * The reports of a business: those that come with the project, then the company's own.
   *
   * @param ids which of them; all where it is empty
   * @throws SvodkaException {@link ErrorCode#CALL_INVALID} where there is none of an id, {@link
   *     ErrorCode#INPUT_INVALID} where one of the company's is wrong, with file, line and fix
   */
  public static List<ReportSpec> of(Business business, List<String> ids) {
    Map<String, ReportSpec> known = new LinkedHashMap<>();
    SHIPPED.forEach(id -> known.put(id, shipped(id)));
    OwnReports.in(business).forEach(spec -> known.put(spec.id(), spec));
    return ids.isEmpty()
        ? known.values().stream().filter(spec -> hasPart(business, spec)).toList()
        : ids.stream()
            .map(
                id ->
                    Optional.ofNullable(known.get(id)).orElseThrow(() -> none(id, known.keySet())))
            .toList();
  }

  /** A company without invoices gets no empty page about them, unless it asks for it. */
  private static boolean hasPart(Business business, ReportSpec spec) {
    if (spec.ofActs() && !watches(business)) {
      return false;
    }
    return switch (spec.processes()) {
      case ALL, WITH_FUNNEL -> true;
      case INVOICE -> has(business, ProcessKind.INVOICE);
      case APPROVAL -> has(business, ProcessKind.APPROVAL);
    };
  }

  /** Whether the business file has any rule that somebody can be late by. */
  public static boolean watches(Business business) {
    return business.processes().values().stream()
        .anyMatch(
            process ->
                process.kind() == ProcessKind.INVOICE
                    || process.deadline().isPresent()
                    || process.contactEvery().isPresent()
                    || !process.requiredFields().isEmpty()
                    || process.intervals().stream().anyMatch(i -> i.target().isPresent()));
  }

  private static boolean has(Business business, ProcessKind kind) {
    return business.processes().values().stream().anyMatch(process -> process.kind() == kind);
  }

  /**
   * A report that comes with the project.
   *
   * @throws SvodkaException {@link ErrorCode#CALL_INVALID} where there is none of that id
   */
  public static ReportSpec shipped(String id) {
    if (!SHIPPED.contains(id)) {
      throw none(id, SHIPPED);
    }
    String file = "report/" + id + ".yaml";
    try (InputStream in = ReportSpecs.class.getClassLoader().getResourceAsStream(file)) {
      if (in == null) {
        throw new SvodkaException(ErrorCode.INTERNAL, file + " is missing from the program");
      }
      return SpecReader.read(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SvodkaException none(String id, Collection<String> known) {
    return new SvodkaException(
        ErrorCode.CALL_INVALID,
        "there is no report «%s»; known are %s".formatted(id, String.join(", ", known)));
  }
}
