@NullMarked
package dev.svodka.core.calendar;

import org.jspecify.annotations.NullMarked;
