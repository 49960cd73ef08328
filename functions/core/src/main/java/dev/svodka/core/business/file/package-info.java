/** {@code business.yaml} ▶ {@link dev.svodka.core.business.Business}, with every problem in it. */
@NullMarked
package dev.svodka.core.business.file;

import org.jspecify.annotations.NullMarked;
