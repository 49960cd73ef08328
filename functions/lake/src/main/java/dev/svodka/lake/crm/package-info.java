/** What other functions leave in the lake's bucket about the CRMs, read back for the reports. */
@NullMarked
package dev.svodka.lake.crm;

import org.jspecify.annotations.NullMarked;
