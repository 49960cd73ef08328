@NullMarked
package dev.svodka.report;

import org.jspecify.annotations.NullMarked;
