/** Bitrix24's webhooks and the answers of its REST methods become events: pure parsing. */
@NullMarked
package dev.svodka.source.bitrix24;

import org.jspecify.annotations.NullMarked;
