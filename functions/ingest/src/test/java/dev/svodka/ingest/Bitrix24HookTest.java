package dev.svodka.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.event.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application's event carries live tokens: none of them may be stored, whatever comes of it. */
class Bitrix24HookTest {
  private static final String LIVE = "live0123456789";
  private static final String DELETED =
      "event=ONCRMDEALDELETE&data%5BFIELDS%5D%5BID%5D=1765&ts=1736405294"
          + "&auth%5Baccess_token%5D=LIVE&auth%5Brefresh_token%5D=LIVE"
          + "&auth%5Bdomain%5D=romashka.bitrix24.ru&auth%5Bmember_id%5D=LIVE"
          + "&auth%5Bapplication_token%5D=";

  @TempDir private Path folder;
  private Door door;

  @BeforeEach
  void open() {
    door = new Door(folder);
  }

  @Test
  void theRightTokenIsTaken() {
    assertThat(door.post("b24", DELETED + Door.TOKEN)).isEqualTo(Answer.ACCEPTED);
    assertThat(door.stored)
        .singleElement()
        .satisfies(event -> assertThat(event.kind()).isEqualTo(Kind.DELETED));
  }

  @Test
  void aWrongTokenOrNoneIsNotFound() {
    assertThat(door.post("b24", DELETED + "wrong")).isEqualTo(Answer.NOT_FOUND);
    assertThat(door.post("b24", "event=ONCRMDEALDELETE")).isEqualTo(Answer.NOT_FOUND);
    assertThat(door.post("b24", "")).isEqualTo(Answer.NOT_FOUND);
    assertThat(door.stored).isEmpty();
  }

  @Test
  void noTokenIsStoredInQuarantine() {
    String broken = DELETED.replace("1765", "%D0%98").replace("LIVE", LIVE) + Door.TOKEN;

    assertThat(door.post("b24", broken)).isEqualTo(Answer.ACCEPTED);
    String kept =
        new String(door.objects.get(door.quarantined().getFirst()), StandardCharsets.UTF_8);
    assertThat(kept).contains("access_token").doesNotContain(LIVE).doesNotContain(Door.TOKEN);
  }
}
