/** The command line: {@code ./svodka report}, {@code import}, {@code check}, {@code kpis}, … */
@NullMarked
package dev.svodka.local.cli;

import org.jspecify.annotations.NullMarked;
