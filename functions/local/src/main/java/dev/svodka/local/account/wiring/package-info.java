/** Deployed stacks in AWS. */
@NullMarked
package dev.svodka.local.account.wiring;

import org.jspecify.annotations.NullMarked;
