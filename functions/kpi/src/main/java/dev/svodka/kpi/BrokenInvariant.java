package dev.svodka.kpi;

/**
 * A rule that the figures of a run break: our bug, and marked as such on the pages.
 *
 * @param invariant name of the rule's file
 * @param detail process, period and figures of the first breach
 */
public record BrokenInvariant(String invariant, String detail) {}
