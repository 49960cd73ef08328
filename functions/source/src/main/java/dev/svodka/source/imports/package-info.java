/** History files become events as the business file's {@code imports} say. */
@NullMarked
package dev.svodka.source.imports;

import org.jspecify.annotations.NullMarked;
