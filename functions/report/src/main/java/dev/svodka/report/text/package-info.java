/** Words, plurals, numbers and dates in the reader's language. */
@NullMarked
package dev.svodka.report.text;

import org.jspecify.annotations.NullMarked;
