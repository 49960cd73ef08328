/** What lies in the store of reports, as the report function writes and the dashboard reads it. */
@NullMarked
package dev.svodka.lake.reports;

import org.jspecify.annotations.NullMarked;
