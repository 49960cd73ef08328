/** Days off and working time: the calendars of countries, and clocks that run on them. */
@NullMarked
package dev.svodka.core.calendar;

import org.jspecify.annotations.NullMarked;
