/** Published reports on their way to people: e-mail, Telegram, and a topic for machines. */
@NullMarked
package dev.svodka.report.deliver;

import org.jspecify.annotations.NullMarked;
