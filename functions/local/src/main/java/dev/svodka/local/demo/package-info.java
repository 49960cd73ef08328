/** The whole way through on one machine: webhooks ▶ table ▶ Arrow ▶ figures ▶ pages. */
@NullMarked
package dev.svodka.local.demo;

import org.jspecify.annotations.NullMarked;
