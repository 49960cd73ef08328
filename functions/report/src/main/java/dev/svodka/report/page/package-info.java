/** What a page says, and its HTML. */
@NullMarked
package dev.svodka.report.page;

import org.jspecify.annotations.NullMarked;
