/** The deployment and the code, read together. */
@NullMarked
package dev.svodka.local.stack;

import org.jspecify.annotations.NullMarked;
