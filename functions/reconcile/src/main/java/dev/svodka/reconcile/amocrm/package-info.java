/** amoCRM and Kommo, API v4. */
@NullMarked
package dev.svodka.reconcile.amocrm;

import org.jspecify.annotations.NullMarked;
