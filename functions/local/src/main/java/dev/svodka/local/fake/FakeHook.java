package dev.svodka.local.fake;

/**
 * One webhook that comes in.
 *
 * @param second since 1970 at which it comes in
 * @param form the body
 */
public record FakeHook(long second, String form) {}
