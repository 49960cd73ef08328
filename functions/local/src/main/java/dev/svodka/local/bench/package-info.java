/** The figures of the design's section on speed, measured on this machine. */
@NullMarked
package dev.svodka.local.bench;

import org.jspecify.annotations.NullMarked;
