/** Which invoices a payment pays: what its purpose names, and what fits. */
@NullMarked
package dev.svodka.core.payment;

import org.jspecify.annotations.NullMarked;
