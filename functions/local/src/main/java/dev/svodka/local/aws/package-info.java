@NullMarked
package dev.svodka.local.aws;

import org.jspecify.annotations.NullMarked;
