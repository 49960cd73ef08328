package dev.svodka.source.bitrix24;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.event.ItemRef;
import dev.svodka.core.event.SourceKind;
import dev.svodka.source.TestBusiness;
import dev.svodka.source.Told;
import dev.svodka.source.form.FormNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tasks and contacts, from answers as the methods' documentation shows them. */
class WorkTest {
  private static final Instant RECEIVED = Instant.parse("2026-11-24T12:00:00Z");
  private static final Bitrix24Api API =
      new Bitrix24Api(TestBusiness.romashka(), TestBusiness.source(SourceKind.BITRIX24));

  @Test
  void aTaskIsSetMovedAndDone() {
    List<FormNode> rows =
        rows(
            """
            {"result":{"tasks":[
              {"id":"18","title":"тестовая задача 1","status":"2","createdDate":"2019-11-25T15:45:56+03:00",
               "changedDate":"2019-11-25T16:02:05+03:00","closedDate":null,"deadline":"2019-11-26T19:00:00+03:00",
               "responsibleId":"7","createdBy":"1","ufCrmTask":["CO_5","D_12"],"creator":{"id":"1","name":"Имя"}},
              {"id":"19","title":"другая","status":"5","createdDate":"2019-11-25T15:45:56+03:00",
               "changedDate":"2019-11-25T17:33:24+03:00","closedDate":"2019-11-25T17:33:23+03:00","deadline":null,
               "responsibleId":"1","createdBy":"1","closedBy":"7","ufCrmTask":["T93_4"]},
              {"id":"20","status":"4","changedDate":"2019-11-25T17:33:24+03:00","ufCrmTask":false},
              {"id":"21","status":"2"}]},"total":4}
            """);

    assertThat(rows).hasSize(4);
    List<String> told = Told.by(API.tasks(rows, RECEIVED));
    assertThat(told).anyMatch(line -> line.contains("task/18") && line.contains("created"));
    assertThat(told)
        .anyMatch(
            line ->
                line.contains("task/18")
                    && line.contains("changed")
                    && line.contains("2019-11-26T16:00:00Z")
                    && line.contains("deal/12"));
    assertThat(told).anyMatch(line -> line.contains("task/19") && line.contains("moved"));
    assertThat(told)
        .filteredOn(line -> line.contains("contacted"))
        .singleElement()
        .asString()
        .contains("dynamic_147/4", "2019-11-25T14:33:23Z");
    assertThat(told).anyMatch(line -> line.contains("changedDate is missing"));
    assertThat(told.toString()).doesNotContain("задача", "Имя");
  }

  @Test
  void whatIsDoneIsAContactAndOnlyOnce() {
    List<FormNode> rows =
        rows(
            """
            {"result":[
              {"ID":"1","OWNER_ID":"12","OWNER_TYPE_ID":"2","TYPE_ID":"2","PROVIDER_ID":"VOXIMPLANT_CALL","SUBJECT":"Исходящий",
               "COMPLETED":"Y","CREATED":"2026-03-02T12:00:09+03:00","START_TIME":"2026-03-02T12:00:00+03:00",
               "LAST_UPDATED":"2026-03-02T12:05:00+03:00","RESPONSIBLE_ID":"7"},
              {"ID":"2","OWNER_ID":"12","OWNER_TYPE_ID":"2","TYPE_ID":"1","COMPLETED":"N","LAST_UPDATED":"2026-03-02T12:05:00+03:00"},
              {"ID":"3","OWNER_ID":"12","OWNER_TYPE_ID":"2","TYPE_ID":"3","COMPLETED":"Y","LAST_UPDATED":"2026-03-02T12:05:00+03:00"},
              {"ID":"4","OWNER_ID":"12","OWNER_TYPE_ID":"2","TYPE_ID":"6","PROVIDER_ID":"CRM_TASKS_TASK","COMPLETED":"Y"},
              {"ID":"5","OWNER_ID":"13","OWNER_TYPE_ID":"2","TYPE_ID":"6","PROVIDER_ID":"CRM_TODO","COMPLETED":"Y",
               "START_TIME":"2026-03-09T12:00:00+03:00","LAST_UPDATED":"2026-03-03T12:00:00+03:00"},
              {"ID":"6","OWNER_ID":"0","OWNER_TYPE_ID":"2","TYPE_ID":"2","COMPLETED":"Y","LAST_UPDATED":"2026-03-03T12:00:00+03:00"}]}
            """);

    List<String> told = Told.by(API.activities(rows, RECEIVED));
    assertThat(told).filteredOn(line -> line.contains("contacted")).hasSize(2);
    assertThat(told)
        .anyMatch(line -> line.contains("deal/12") && line.contains("2026-03-02T09:00:00Z"))
        .anyMatch(line -> line.contains("deal/13") && line.contains("2026-03-03T09:00:00Z"));
    assertThat(told.toString()).doesNotContain("Исходящий");
  }

  @Test
  void aCommentIsAContact() {
    List<FormNode> rows =
        rows(
            "{\"result\":[{\"ID\":\"9\",\"CREATED\":\"2026-03-02T12:00:00+03:00\",\"AUTHOR_ID\":\"7\",\"COMMENT\":\"тайна\"}]}");

    assertThat(Told.by(API.comments(new ItemRef("deal", "12"), rows, RECEIVED)))
        .singleElement()
        .asString()
        .contains("contacted", "deal/12", "2026-03-02T09:00:00Z")
        .doesNotContain("тайна");
  }

  private static List<FormNode> rows(String answer) {
    return Bitrix24Answer.read(answer.getBytes(UTF_8)).rows();
  }
}
