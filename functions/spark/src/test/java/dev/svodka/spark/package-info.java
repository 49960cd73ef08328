/** The same SQL on DuckDB and on Spark. */
@NullMarked
package dev.svodka.spark;

import org.jspecify.annotations.NullMarked;
