@NullMarked
package dev.svodka.lake.arrow;

import org.jspecify.annotations.NullMarked;
