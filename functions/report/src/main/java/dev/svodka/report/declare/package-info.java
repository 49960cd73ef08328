/** Reports as their YAML files declare them. */
@NullMarked
package dev.svodka.report.declare;

import org.jspecify.annotations.NullMarked;
