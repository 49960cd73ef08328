@NullMarked
package dev.svodka.lake.objects;

import org.jspecify.annotations.NullMarked;
