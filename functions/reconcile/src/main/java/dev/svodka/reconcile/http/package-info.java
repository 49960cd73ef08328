/** Calls of a CRM's API: checked hosts, bounded answers, a shared pace, retries. */
@NullMarked
package dev.svodka.reconcile.http;

import org.jspecify.annotations.NullMarked;
