@NullMarked
package dev.svodka.core.business.file;

import org.jspecify.annotations.NullMarked;
