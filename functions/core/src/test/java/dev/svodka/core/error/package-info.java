@NullMarked
package dev.svodka.core.error;

import org.jspecify.annotations.NullMarked;
