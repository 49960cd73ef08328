/** Asks the CRMs' own APIs what happened, and fills in what webhooks lost. */
@NullMarked
package dev.svodka.reconcile;

import org.jspecify.annotations.NullMarked;
