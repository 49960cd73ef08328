@NullMarked
package dev.svodka.report.quality;

import org.jspecify.annotations.NullMarked;
