/** The sample company's webhooks under {@code events/}: made here, so that they can be remade. */
@NullMarked
package dev.svodka.local.sample;

import org.jspecify.annotations.NullMarked;
