package dev.svodka.local.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where {@code serve} is told to keep its data. */
class PlacesTest {
  private static final URI S3 = URI.create("https://s3.example.ru");
  private static final URI TABLES = URI.create("http://127.0.0.1:8000/ru/tables");

  @TempDir private Path folder;

  private static Places at(Map<String, String> environment) {
    return Places.of("a-lake", "a-reports", "events", environment);
  }

  @Test
  void theyAreAtTheServicesOfTheEnvironment() throws IOException {
    Places both = at(Map.of(Places.S3, S3.toString(), "AWS_ENDPOINT_URL", TABLES.toString()));
    assertThat(both.s3()).contains(S3);
    assertThat(both.dynamoDb()).contains(TABLES);
    assertThat(at(Map.of()).s3()).as("AWS itself").isEmpty();

    Properties kept = new Properties();
    kept.load(new StringReader(both.text()));
    assertThat(Places.read(kept)).isEqualTo(both);
    kept.clear();
    kept.load(new StringReader(at(Map.of()).text()));
    assertThat(Places.read(kept)).isEqualTo(at(Map.of()));
  }

  @Test
  void halfOfTheDataDoesNotGoToAws() {
    assertRefused(() -> at(Map.of(Places.S3, "https://s3.example.ru")), "DYNAMODB is not set");
    assertRefused(() -> at(Map.of(Places.DYNAMODB, "http://a")), "_S3 is not set");
  }

  @Test
  void whatIsNoNameOrAddressIsRefused() {
    assertRefused(
        () -> at(Map.of(Places.S3, "s3.example.ru")), "AWS_ENDPOINT_URL_S3: has to begin");
    assertRefused(() -> at(Map.of(Places.S3, "https://a b")), "AWS_ENDPOINT_URL_S3: has to begin");
    assertRefused(() -> Places.of("A_b", "b-b", "events", Map.of()), "--lake-bucket: `A_b`");
    assertRefused(() -> Places.of("a-b", "a-b", "events", Map.of()), "--reports-bucket: has to be");
    assertRefused(
        () -> Places.of("a-b", "b-b", "e", Map.of()), "--table: `e` is no name of a table");
  }

  @Test
  void aFolderWithDataOfItsOwnKeepsThem() throws IOException {
    Files.createDirectories(folder.resolve("events/romashka"));
    assertRefused(
        () -> DataFolder.open(folder).stores(at(Map.of()), Clock.systemUTC()),
        "holds events or a lake of its own");
  }

  private static void assertRefused(Runnable call, String words) {
    assertThatThrownBy(call::run)
        .hasMessageContaining(words)
        .isInstanceOfSatisfying(
            SvodkaException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.CALL_INVALID));
  }
}
