/**
 * The figures of a run, found by what a report asks for, and what a change between two of them
 * means.
 */
@NullMarked
package dev.svodka.report.figure;

import org.jspecify.annotations.NullMarked;
