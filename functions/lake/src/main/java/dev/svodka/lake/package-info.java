@NullMarked
package dev.svodka.lake;

import org.jspecify.annotations.NullMarked;
