/** Secrets: business files refer to them and never hold them. */
@NullMarked
package dev.svodka.core.secret;

import org.jspecify.annotations.NullMarked;
