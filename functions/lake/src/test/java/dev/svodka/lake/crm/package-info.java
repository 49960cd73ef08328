@NullMarked
package dev.svodka.lake.crm;

import org.jspecify.annotations.NullMarked;
