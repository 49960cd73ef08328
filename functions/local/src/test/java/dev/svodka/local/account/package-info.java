@NullMarked
package dev.svodka.local.account;

import org.jspecify.annotations.NullMarked;
