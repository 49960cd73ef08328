@NullMarked
package dev.svodka.ingest;

import org.jspecify.annotations.NullMarked;
