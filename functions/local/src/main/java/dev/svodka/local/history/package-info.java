/** A company's own history files on their way into a lake. */
@NullMarked
package dev.svodka.local.history;

import org.jspecify.annotations.NullMarked;
