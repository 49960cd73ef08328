package dev.svodka.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTest {
  private static final String STATUS =
      "leads%5Bstatus%5D%5B0%5D%5Bid%5D=25399001"
          + "&leads%5Bstatus%5D%5B0%5D%5Bname%5D=%D0%98%D0%B2%D0%B0%D0%BD"
          + "&leads%5Bstatus%5D%5B0%5D%5Bstatus_id%5D=142"
          + "&leads%5Bstatus%5D%5B0%5D%5Bold_status_id%5D=32392153"
          + "&leads%5Bstatus%5D%5B0%5D%5Bpipeline_id%5D=3177727"
          + "&leads%5Bstatus%5D%5B0%5D%5Blast_modified%5D=1787553018"
          + "&account%5Bid%5D=12345678&account%5Bsubdomain%5D=romashka";
  private static final String BROKEN = "leads[status][0][id=25399001&phone=%2B79000009001";

  @TempDir private Path folder;
  private Door door;

  @BeforeEach
  void open() {
    door = new Door(folder);
  }

  @Test
  void aStatusWebhookIsStoredAndAccepted() {
    assertThat(door.post("amo", STATUS)).isEqualTo(Answer.ACCEPTED);

    assertThat(door.stored)
        .anySatisfy(
            event -> {
              assertThat(event.kind()).isEqualTo(Kind.MOVED);
              assertThat(event.item().id()).isEqualTo("25399001");
              assertThat(event.stage()).contains("142");
            });
    assertThat(door.quarantined()).isEmpty();
  }

  @Test
  void aRotatedSecretIsTakenUntilItEnds() {
    assertThat(door.post("rotated", STATUS)).isEqualTo(Answer.ACCEPTED);
    assertThat(door.post("ended", STATUS)).isEqualTo(Answer.NOT_FOUND);
  }

  @Test
  void postedTwiceIsStoredOnce() {
    door.post("amo", STATUS);
    int once = door.stored.size();

    assertThat(door.post("amo", STATUS)).isEqualTo(Answer.ACCEPTED);
    assertThat(door.stored).hasSize(once);
  }

  @Test
  void figuresTellWhatBecameOfEachDelivery() {
    door.post("amo", STATUS);
    int once = door.stored.size();
    door.post("amo", STATUS);
    door.post("amo", BROKEN);
    door.storeIsOut = true;
    door.post("amo", STATUS);
    door.parkIsOut = true;
    door.post("amo", STATUS);

    assertThat(door.figures)
        .containsEntry("Events", (double) once)
        .containsEntry("Duplicates", (double) once)
        .containsEntry("Parked", (double) once)
        .containsEntry("Quarantined", 1.0)
        .containsEntry("EXTERNAL", 1.0)
        .containsKey("LagMillis");
  }

  @Test
  void aWrongSecretSourceOrAccountGetsOneAndTheSameAnswer() {
    byte[] body = STATUS.getBytes(StandardCharsets.UTF_8);

    assertThat(door.ingest.accept(new Hook("romashka", "amo", "wrong"), body))
        .isEqualTo(Answer.NOT_FOUND);
    assertThat(door.ingest.accept(new Hook("romashka", "none", Door.SECRET), body))
        .isEqualTo(Answer.NOT_FOUND);
    assertThat(door.ingest.accept(new Hook("lutik", "amo", Door.SECRET), body))
        .isEqualTo(Answer.NOT_FOUND);
    assertThat(door.ingest.accept(new Hook("romashka", "mute", ""), body))
        .as("a source without a secret takes nothing")
        .isEqualTo(Answer.NOT_FOUND);
    assertThat(door.stored).isEmpty();
  }

  @Test
  void whileTheStoreIsOutEventsAreParkedAndAccepted() {
    door.storeIsOut = true;

    assertThat(door.post("amo", STATUS)).isEqualTo(Answer.ACCEPTED);
    assertThat(door.parked).extracting(ChangeEvent::account).containsOnly("romashka");
  }

  @Test
  void whenNothingIsDurableTheSenderIsToldToSendAgain() {
    door.storeIsOut = true;
    door.parkIsOut = true;

    assertThat(door.post("amo", STATUS).status()).isEqualTo(503);
  }

  @Test
  void whatCannotBeReadIsQuarantinedWithoutPersonalDataAndAccepted() {
    assertThat(door.post("amo", BROKEN)).isEqualTo(Answer.ACCEPTED);

    assertThat(door.quarantined())
        .singleElement()
        .asString()
        .startsWith("quarantine/romashka/2026-11-23/");
    String kept =
        new String(door.objects.get(door.quarantined().getFirst()), StandardCharsets.UTF_8);
    assertThat(kept).contains("do not pair").contains("phone").doesNotContain("9000009001");
  }

  @Test
  void aBodyOfTenMegabytesGoesToTheBucketAndALargerOneIsRefused() {
    String large = "a=" + "x".repeat(Ingest.MAX_BODY - 2);

    assertThat(door.post("amo", large)).isEqualTo(Answer.ACCEPTED);
    assertThat(door.quarantined()).hasSize(1);
    assertThat(door.post("amo", large + "x").status()).isEqualTo(413);
  }

  @Test
  void aBusinessFileThatTurnsWrongLeavesTheOneBeforeInForce() {
    assertThat(door.post("amo", STATUS)).isEqualTo(Answer.ACCEPTED);
    door.objects.put(
        "accounts/romashka/business.yaml",
        "account: [".getBytes(StandardCharsets.UTF_8),
        "application/yaml");

    assertThat(door.post("amo", STATUS)).isEqualTo(Answer.ACCEPTED);
  }

  @Test
  void aBusinessFileMayNameFilesThatLieBesideIt() {
    door.objects.put(
        "accounts/romashka/business.yaml",
        (Door.BUSINESS + "goals: goals.csv\n").getBytes(StandardCharsets.UTF_8),
        "application/yaml");
    assertThat(door.post("amo", STATUS).status()).as("it is not there").isEqualTo(503);

    door.objects.put(
        "accounts/romashka/goals.csv",
        "kpi,process,owner,month,value\nsucceeded,sales,,2026-11,10\n"
            .getBytes(StandardCharsets.UTF_8),
        "text/csv");
    assertThat(door.post("amo", STATUS)).isEqualTo(Answer.ACCEPTED);
  }

  @Test
  void aBusinessFileOfAnotherAccountTakesNothing() {
    door.objects.put(
        "accounts/lutik/business.yaml",
        Door.BUSINESS.getBytes(StandardCharsets.UTF_8),
        "application/yaml");

    assertThat(
            door.ingest
                .accept(
                    new Hook("lutik", "amo", Door.SECRET), STATUS.getBytes(StandardCharsets.UTF_8))
                .status())
        .isEqualTo(503);
    assertThat(door.stored).isEmpty();
  }

  @Test
  void aPlainHttpSenderIsToldWhatIsWrongAndWhatIsTooLarge() {
    Answer wrong = door.post("site", "{\"kind\": \"nonsense\"}");

    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.text()).contains("item_type");
    assertThat(door.post("site", "[" + " ".repeat(9 << 20) + "]").status()).isEqualTo(413);
    assertThat(door.quarantined()).isEmpty();
    assertThat(door.stored).isEmpty();
  }
}
