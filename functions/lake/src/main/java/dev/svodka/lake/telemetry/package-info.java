/**
 * What the functions tell whoever watches over them: figures and log lines, each one line of JSON.
 */
@NullMarked
package dev.svodka.lake.telemetry;

import org.jspecify.annotations.NullMarked;
