/** What changed between two {@code kpis.json}, and why. */
@NullMarked
package dev.svodka.kpi.diff;

import org.jspecify.annotations.NullMarked;
