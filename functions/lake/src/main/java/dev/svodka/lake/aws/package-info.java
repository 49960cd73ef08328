@NullMarked
package dev.svodka.lake.aws;

import org.jspecify.annotations.NullMarked;
