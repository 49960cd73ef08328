/** Tables and buckets in place of the service's folder. */
@NullMarked
package dev.svodka.local.serve.wiring;

import org.jspecify.annotations.NullMarked;
