/** {@code svodka account}: the accounts of a service, here or deployed. */
@NullMarked
package dev.svodka.local.account;

import org.jspecify.annotations.NullMarked;
