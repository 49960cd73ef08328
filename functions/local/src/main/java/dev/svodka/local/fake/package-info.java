/**
 * An amoCRM and a Bitrix24 that stand in for the real ones on loopback, made from the documented
 * answers: they hold a truth, and tell it as badly as the real ones do.
 */
@NullMarked
package dev.svodka.local.fake;

import org.jspecify.annotations.NullMarked;
