/** What is known about how good the data behind a run's figures are. */
@NullMarked
package dev.svodka.report.quality;

import org.jspecify.annotations.NullMarked;
