@NullMarked
package dev.svodka.export;

import org.jspecify.annotations.NullMarked;
