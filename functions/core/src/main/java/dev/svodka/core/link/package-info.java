/** Signed links that open private reports: who may open what until when. */
@NullMarked
package dev.svodka.core.link;

import org.jspecify.annotations.NullMarked;
