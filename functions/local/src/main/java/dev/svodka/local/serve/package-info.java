/** The whole service on one machine: the functions behind a web server, over a folder. */
@NullMarked
package dev.svodka.local.serve;

import org.jspecify.annotations.NullMarked;
