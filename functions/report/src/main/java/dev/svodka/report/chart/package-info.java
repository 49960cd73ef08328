/** Charts by JFreeChart in one theme, as SVG and PNG. */
@NullMarked
package dev.svodka.report.chart;

import org.jspecify.annotations.NullMarked;
