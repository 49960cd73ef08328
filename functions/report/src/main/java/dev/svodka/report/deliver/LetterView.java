package dev.svodka.report.deliver;

import io.jstach.jstache.JStache;
import java.util.List;

/**
 * What the template of a letter reads.
 *
 * @param links one or none
 */
@JStache(path = "page/letter.mustache")
record LetterView(
    String lang,
    String title,
    String period,
    String company,
    List<String> lead,
    List<Bulletin.Figure> figures,
    boolean picture,
    List<String> links,
    String open,
    String yours,
    String footer) {}
