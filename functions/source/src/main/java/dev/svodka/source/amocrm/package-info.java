/** The webhooks of amoCRM and Kommo become events. */
@NullMarked
package dev.svodka.source.amocrm;

import org.jspecify.annotations.NullMarked;
