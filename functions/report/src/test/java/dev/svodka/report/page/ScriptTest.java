package dev.svodka.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.business.Language;
import dev.svodka.report.SampleCompany;
import dev.svodka.report.declare.ReportSpecs;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ScriptTest {
  @Test
  void thePolicyLetsThisScriptRunAndNoOther() throws Exception {
    String page = page();
    Matcher script = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL).matcher(page);
    assertThat(script.find()).isTrue();
    byte[] hash =
        MessageDigest.getInstance("SHA-256")
            .digest(script.group(1).getBytes(StandardCharsets.UTF_8));
    assertThat(page)
        .contains(
            "default-src 'none'",
            "script-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "';");
    assertThat(script.find()).as("another script").isFalse();
    assertThat(page).doesNotContain("onclick", "javascript:");
  }

  @Test
  void figuresAreSortedByTheirValueAndPeriodsByTheirOrder() {
    assertThat(page())
        .containsPattern("<th scope=\"row\" data-v=\"2026-W47\"><bdi>16–22\u00a0ноября</bdi>")
        .containsPattern("data-v=\"0\\.\\d{1,6}\">\\d+\u202f%</td>")
        .doesNotContain("data-v=\"\"", "style=\"\"");
  }

  @Test
  void thePageTellsWhenTheNextOneIsDue() {
    assertThat(page())
        .contains("следующий отчёт ожидается 30\u00a0ноября 2026, 07:00")
        .contains("<p class=\"stale\" role=\"status\" data-due=\"2026-11-30T06:00:00Z\" hidden>");
  }

  private static String page() {
    Rendered report =
        new ReportWriter(SampleCompany.facts(), Language.RU)
            .write(ReportSpecs.shipped("weekly-conversion"));
    return new String(report.files().getLast().content(), StandardCharsets.UTF_8);
  }
}
