@NullMarked
package dev.svodka.core.secret;

import org.jspecify.annotations.NullMarked;
