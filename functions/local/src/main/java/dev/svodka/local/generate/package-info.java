@NullMarked
package dev.svodka.local.generate;

import org.jspecify.annotations.NullMarked;
