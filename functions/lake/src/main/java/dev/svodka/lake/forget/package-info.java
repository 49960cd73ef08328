/** Taking a person or a company out of what is kept; the one exception to "it never changes". */
@NullMarked
package dev.svodka.lake.forget;

import org.jspecify.annotations.NullMarked;
