/** Private reports for people who hold a signed link. */
@NullMarked
package dev.svodka.dashboard;

import org.jspecify.annotations.NullMarked;
