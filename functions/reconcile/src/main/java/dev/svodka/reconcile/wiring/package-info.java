/** The parts in AWS. */
@NullMarked
package dev.svodka.reconcile.wiring;

import org.jspecify.annotations.NullMarked;
