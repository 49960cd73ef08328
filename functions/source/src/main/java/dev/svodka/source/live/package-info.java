/** The way in for the payloads of live sources. */
@NullMarked
package dev.svodka.source.live;

import org.jspecify.annotations.NullMarked;
