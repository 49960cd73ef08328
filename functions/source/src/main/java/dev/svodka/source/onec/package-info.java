/** Files of 1C and of banks: statements in 1CClientBankExchange, documents in CommerceML. */
@NullMarked
package dev.svodka.source.onec;

import org.jspecify.annotations.NullMarked;
