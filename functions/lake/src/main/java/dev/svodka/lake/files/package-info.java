@NullMarked
package dev.svodka.lake.files;

import org.jspecify.annotations.NullMarked;
