@NullMarked
package dev.svodka.core.payment;

import org.jspecify.annotations.NullMarked;
