/** Secrets that cannot be printed by mistake. */
@NullMarked
package dev.svodka.core.secret;

import org.jspecify.annotations.NullMarked;
