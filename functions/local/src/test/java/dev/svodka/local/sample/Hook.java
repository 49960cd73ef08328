package dev.svodka.local.sample;

import java.time.Instant;

/** One POST of the CRM: when it came in, and its body. */
record Hook(Instant received, String body) {}
