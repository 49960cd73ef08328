@NullMarked
package dev.svodka.source;

import org.jspecify.annotations.NullMarked;
