@org.jspecify.annotations.NullMarked
package dev.svodka.kpi.diff;
