/** Our own events, as a company's own systems send them. */
@NullMarked
package dev.svodka.source.json;

import org.jspecify.annotations.NullMarked;
