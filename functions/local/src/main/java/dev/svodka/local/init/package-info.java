/**
 * Drafts of business files: from what a CRM says of itself, or from a table's header and values.
 */
@NullMarked
package dev.svodka.local.init;

import org.jspecify.annotations.NullMarked;
