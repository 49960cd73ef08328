/** Process logs by IEEE 1849, streamed. */
@NullMarked
package dev.svodka.source.xes;

import org.jspecify.annotations.NullMarked;
