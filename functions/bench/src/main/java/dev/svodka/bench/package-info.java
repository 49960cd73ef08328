/** Figures of speed by JMH; README.md has those that were measured. */
@NullMarked
package dev.svodka.bench;

import org.jspecify.annotations.NullMarked;
