package dev.svodka.source.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.EventJson;
import dev.svodka.core.event.Kind;
import dev.svodka.source.imports.Imports.Reject;
import dev.svodka.source.imports.Imports.Result;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesHistoryTest {
  @TempDir Path folder;

  @Test
  void ourOwnEventsComeBackAsTheyWereAndATableReadAgainAsLinesAddsNothing() {
    Path table = Imports.file(folder, "a.csv", "id,date\n1,2020-01-01\n2,2020-01-01\n");
    var business =
        Imports.business(Imports.csv("*.csv").event(Kind.CREATED, "{date}", "A").build());
    Result first = Imports.read(business, table);
    Path lines =
        Imports.file(
            folder,
            "events.jsonl",
            first.events().stream().map(EventJson::write).collect(Collectors.joining("\n")));

    Result again = Imports.read(business, lines);
    Result both = Imports.read(business, table, lines);

    assertThat(again.events()).isEqualTo(first.events());
    assertThat(both.counts().duplicates()).isEqualTo(2);
    assertThat(both.events()).isEqualTo(first.events());
  }

  @Test
  void linesWithoutAnIdAreEachAnEventAndLinesWithOneAreRepeats() {
    String bare =
        "{\"source\":\"http\",\"via\":\"file\",\"item_type\":\"deal\",\"item_id\":\"1\","
            + "\"kind\":\"moved\",\"stage\":\"A\",\"occurred_at\":\"2020-01-01T00:00:00Z\"}";
    ChangeEvent event =
        Imports.read(Imports.business(), Imports.file(folder, "a.jsonl", bare)).events().getFirst();
    String whole = EventJson.write(event);

    Result result =
        Imports.read(
            Imports.business(),
            Imports.file(folder, "a.jsonl", bare + "\n\n" + bare + "\n"),
            Imports.file(folder, "b.jsonl", whole + "\r\n" + whole));

    assertThat(result.counts().imported()).isEqualTo(2);
    assertThat(result.counts().duplicates()).isEqualTo(2);
    assertThat(result.events()).extracting(ChangeEvent::eventId).doesNotHaveDuplicates();
  }

  @Test
  void aLineThatIsNoEventOrOfAnotherAccountIsRejectedWithItsPlace() {
    Path lines =
        Imports.file(
            folder,
            "a.jsonl",
            "\n{\"account\":\"other\"}\n" + "x".repeat(EventJson.MAX_LINE + 10) + "\n{}\n");

    Result result = Imports.read(Imports.business(), lines);

    assertThat(result.counts().rejected()).isEqualTo(3);
    assertThat(result.rejects()).extracting(Reject::line).containsExactly(2L, 3L, 4L);
    assertThat(result.rejects().getFirst().field()).isEqualTo("account");
  }
}
