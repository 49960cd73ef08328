/** What ingest is made of in AWS. */
@NullMarked
package dev.svodka.ingest.wiring;

import org.jspecify.annotations.NullMarked;
