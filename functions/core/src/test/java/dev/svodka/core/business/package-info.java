@NullMarked
package dev.svodka.core.business;

import org.jspecify.annotations.NullMarked;
