@NullMarked
package dev.svodka.lake.events;

import org.jspecify.annotations.NullMarked;
