package dev.svodka.core.business;

/**
 * A field of live CRMs that is kept.
 *
 * @param presenceOnly only whether it is there, never its value
 */
public record KeptField(String name, boolean presenceOnly) {}
