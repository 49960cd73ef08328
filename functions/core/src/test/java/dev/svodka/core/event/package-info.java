@NullMarked
package dev.svodka.core.event;

import org.jspecify.annotations.NullMarked;
