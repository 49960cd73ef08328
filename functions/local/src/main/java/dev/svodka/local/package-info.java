@NullMarked
package dev.svodka.local;

import org.jspecify.annotations.NullMarked;
