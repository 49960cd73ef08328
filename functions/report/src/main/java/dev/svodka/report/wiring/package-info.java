/** The parts of the report function in AWS, put together from its environment. */
@NullMarked
package dev.svodka.report.wiring;

import org.jspecify.annotations.NullMarked;
