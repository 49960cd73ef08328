/** The function that computes a company's figures, writes its reports and publishes them. */
@NullMarked
package dev.svodka.report;

import org.jspecify.annotations.NullMarked;
