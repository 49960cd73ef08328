/** Tables in text: which encoding and delimiter they are written in, and their rows, streamed. */
@NullMarked
package dev.svodka.source.csv;

import org.jspecify.annotations.NullMarked;
