/** What Spark SQL needs so that the files of {@code functions/kpi} run on it unchanged. */
@NullMarked
package dev.svodka.spark;

import org.jspecify.annotations.NullMarked;
