@NullMarked
package dev.svodka.local.account.wiring;

import org.jspecify.annotations.NullMarked;
