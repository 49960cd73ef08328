@NullMarked
package dev.svodka.kpi;

import org.jspecify.annotations.NullMarked;
