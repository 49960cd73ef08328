/** Bitrix24, REST. */
@NullMarked
package dev.svodka.reconcile.bitrix24;

import org.jspecify.annotations.NullMarked;
