package dev.svodka.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.svodka.lake.objects.FolderObjectStore;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.lake.reports.Shelf;
import dev.svodka.report.deliver.Deliverer;
import dev.svodka.report.deliver.Telegram;
import dev.svodka.report.wiring.ReportWiring;
import dev.svodka.report.wiring.SesMailer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** From a schedule's instant to what people receive. */
class DeliveryTest {
  private static final String TOKEN = "123456:not-to-be-told";
  private static final String DELIVER =
      """

      deliver:
        - {report: weekly-conversion, audience: managers, email: [anna@example.com, boris@example.com]}
        - {report: weekly-conversion, audience: managers, telegram: "-100123", token: ssm:/svodka/romashka/telegram}
        - {report: overdue-invoices, audience: finance, email: [finance@example.com], attach: xlsx}
      """;
  private static final String MONDAY = "2026-11-23T04:00:00Z";

  @TempDir private Path folder;
  private Receivers receivers;
  private ObjectStore lake;
  private ObjectStore reports;

  @BeforeEach
  void fillTheLake() throws IOException {
    receivers = new Receivers();
    lake = new FolderObjectStore(folder.resolve("lake"));
    reports = new FolderObjectStore(folder.resolve("reports"));
    SampleLake.fill(lake, SampleCompany.yaml("ООО «Ромашка» <b>&", "Анна Ветрова") + DELIVER);
  }

  @AfterEach
  void stop() {
    receivers.close();
  }

  @Test
  void theWeekGoesOutOnMondayOnceToEachReceiver() throws IOException {
    assertThat(run(MONDAY)).containsEntry("as_of", "2026-11-22T21:00:00Z").containsEntry("sent", 3);

    assertThat(receivers.letters)
        .extracting(letter -> letter.at("/Destination/ToAddresses/0").asText())
        .containsExactly("anna@example.com", "boris@example.com");
    JsonNode simple = receivers.letters.getFirst().at("/Content/Simple");
    assertThat(simple.at("/Subject/Data").asText())
        .startsWith("Конверсия за неделю, ")
        .contains("16–22", "ООО «Ромашка» <b>&");
    assertThat(simple.at("/Body/Text/Data").asText())
        .contains("Создано: 10", "Открыть отчёт: https://reports.example.com/anna@example.com");
    assertThat(simple.at("/Body/Html/Data").asText())
        .contains("ООО «Ромашка» &lt;b&gt;&amp;", "cid:chart", "<b>10</b>")
        .doesNotContain("<b>&<");
    JsonNode picture = simple.at("/Attachments/0");
    assertThat(picture.at("/ContentId").asText()).isEqualTo("chart");
    assertThat(Base64.getDecoder().decode(picture.at("/RawContent").asText()))
        .startsWith(0x89, 'P', 'N', 'G');

    assertThat(receivers.addresses).containsExactly("/bot" + TOKEN + "/sendPhoto");
    assertThat(receivers.chats.getFirst())
        .contains("name=\"chat_id\"\r\n\r\n-100123\r\n", "name=\"photo\"")
        .contains("<b>Конверсия за неделю, ", "ООО «Ромашка» &lt;b&gt;&amp;</b>", "Создано: 10");
    assertThat(run(MONDAY)).containsEntry("sent", 0);
    assertThat(receivers.letters).hasSize(2);
  }

  @Test
  void nothingGoesOutOnAnotherDayNorUnasked() throws IOException {
    assertThat(run("2026-11-24T04:00:00Z")).containsEntry("sent", 0);
    assertThat(handler().handleRequest(Map.of("account", "romashka"), null))
        .containsEntry("sent", 0);
    assertThat(receivers.letters).isEmpty();
    assertThat(receivers.chats).isEmpty();
  }

  @Test
  void anEmptyReportGoesToNobody() throws IOException {
    assertThat(run("2026-07-27T04:00:00Z")).containsEntry("sent", 0);
    assertThat(Shelf.find(reports, "romashka")).isPresent();
  }

  @Test
  void oneWayThatFailsStopsNoOtherAndIsTriedAgainAlone() {
    receivers.telegramReplies.add(
        new Receivers.Reply(403, "{\"ok\":false,\"description\":\"Forbidden: bot was kicked\"}"));
    assertThat(run(MONDAY).get("undelivered"))
        .asInstanceOf(InstanceOfAssertFactories.list(String.class))
        .singleElement()
        .asString()
        .contains("weekly-conversion by Telegram", "status 403: Forbidden: bot was kicked")
        .doesNotContain(TOKEN, "anna@example.com");
    assertThat(receivers.letters).hasSize(2);

    assertThat(run(MONDAY)).containsEntry("sent", 1);
    assertThat(receivers.letters).hasSize(2);
    assertThat(receivers.chats).hasSize(1);
  }

  @Test
  void telegramIsWaitedForWhereItAsksForIt() {
    receivers.telegramReplies.add(
        new Receivers.Reply(429, "{\"ok\":false,\"parameters\":{\"retry_after\":0}}"));
    assertThat(run(MONDAY)).containsEntry("sent", 3);
    assertThat(receivers.chats).hasSize(1);
  }

  private Map<String, Object> run(String scheduledAt) {
    return handler()
        .handleRequest(Map.of("account", "romashka", "scheduled_at", scheduledAt), null);
  }

  private ReportHandler handler() {
    StaticCredentialsProvider key =
        StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"));
    Deliverer.Ways ways =
        new Deliverer.Ways(
            Optional.of(
                new SesMailer(
                    SesV2Client.builder()
                        .endpointOverride(receivers.address())
                        .region(Region.EU_CENTRAL_1)
                        .credentialsProvider(key)
                        .httpClient(UrlConnectionHttpClient.create())
                        .build(),
                    "svodka@example.com")),
            new Telegram(receivers.address()),
            reference ->
                Optional.of(TOKEN)
                    .filter(kept -> reference.equals("ssm:/svodka/romashka/telegram")),
            (page, account, audience, person) ->
                Optional.of(URI.create("https://reports.example.com/" + person.replace(' ', '+'))));
    return new ReportHandler(
        new ReportWiring(lake, reports, "1.2.3", folder, new Deliverer(reports, ways)));
  }
}
