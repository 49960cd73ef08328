/** Bracketed form bodies, as PHP writes them, become trees. */
@NullMarked
package dev.svodka.source.form;

import org.jspecify.annotations.NullMarked;
