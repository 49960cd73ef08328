/** Answers of amoCRM's API v4 become events and names: pure parsing, asking is for others. */
@NullMarked
package dev.svodka.source.amocrm.api;

import org.jspecify.annotations.NullMarked;
