@NullMarked
package dev.svodka.local.architecture;

import org.jspecify.annotations.NullMarked;
