package dev.svodka.report.page;

import dev.svodka.report.text.Texts;

/** What a page's script says; {@code %1} and {@code %2} are its own to fill. */
record ScriptWords(
    String filter, String shown, String ascending, String descending, String unsorted) {
  static ScriptWords of(Texts texts) {
    return new ScriptWords(
        texts.get("script.filter"),
        texts.get("script.shown", "%1", "%2"),
        texts.get("script.ascending", "%1"),
        texts.get("script.descending", "%1"),
        texts.get("script.unsorted"));
  }
}
