/** What the dashboard is made of in AWS. */
@NullMarked
package dev.svodka.dashboard.wiring;

import org.jspecify.annotations.NullMarked;
