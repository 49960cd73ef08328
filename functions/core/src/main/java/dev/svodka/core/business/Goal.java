package dev.svodka.core.business;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;

/** What a figure should come to in a month. */
public record Goal(
    String kpi, String process, Optional<String> owner, YearMonth month, BigDecimal value) {}
