/** What export is made of in AWS. */
@NullMarked
package dev.svodka.export.wiring;

import org.jspecify.annotations.NullMarked;
