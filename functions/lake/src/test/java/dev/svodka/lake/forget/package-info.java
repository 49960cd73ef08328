@NullMarked
package dev.svodka.lake.forget;

import org.jspecify.annotations.NullMarked;
