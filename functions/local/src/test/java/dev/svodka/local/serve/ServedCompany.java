package dev.svodka.local.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.link.Links;
import dev.svodka.core.link.Scope;
import dev.svodka.dashboard.StoredRevocations;
import dev.svodka.lake.LakeKeys;
import dev.svodka.lake.LakeWriter;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.local.generate.SyntheticCompany;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.arrow.memory.RootAllocator;

/** A made-up company behind a running {@code svodka serve} whose reports were made at once. */
final class ServedCompany implements AutoCloseable {
  private static final long ARROW_BYTES = 64L << 20;
  private static final long SEED = 20_261_122;
  private static final Pattern LINK = Pattern.compile("href=\"([^\"#]+)\"");

  private final SetClock clock = new SetClock(SyntheticCompany.end().plus(Duration.ofHours(7)));
  private final HttpClient client = HttpClient.newHttpClient();
  private final FileSecrets secrets;
  private final Stores stores;
  private final Business business;
  private final LocalService service;

  /**
   * @param items how many are begun
   * @param told which of their events come in
   */
  ServedCompany(Path folder, long items, Predicate<ChangeEvent> told) throws IOException {
    Path sample = Path.of("../../events/business.yaml");
    business = BusinessFile.load(sample);
    DataFolder data = DataFolder.open(folder.resolve("data"));
    secrets = data.secrets();
    stores = data.stores(clock);
    CompanyFiles.put(business, sample, stores.lake());
    try (RootAllocator allocator = new RootAllocator(ARROW_BYTES);
        LakeWriter writer =
            new LakeWriter(
                stores.lake(), allocator, account(), LocalDate.of(2026, 11, 22), LakeKeys.PART)) {
      new SyntheticCompany(account(), items, SEED)
          .tell(
              event -> {
                if (told.test(event)) {
                  append(writer, event);
                }
              });
      writer.finish();
    }
    List<String> said = new ArrayList<>();
    service =
        LocalService.start(
            new LocalService.Settings(
                data, stores, "127.0.0.1", 0, Optional.empty(), clock, "test", Crms.real()),
            said::add);
    assertThat(service.makeReports(SyntheticCompany.end())).as("seed %d, %s", SEED, said).isTrue();
  }

  private static void append(LakeWriter writer, ChangeEvent event) {
    try {
      writer.append(event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A clock that stands where it is put. */
  private static final class SetClock extends Clock {
    private Instant now;

    SetClock(Instant now) {
      this.now = now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  Business business() {
    return business;
  }

  String account() {
    return business.account();
  }

  ObjectStore reports() {
    return stores.reports();
  }

  URI link(Scope scope) {
    return service.link(account(), scope);
  }

  /** One whose days are over. */
  URI expiredLink() {
    Instant now = clock.now;
    clock.now = now.minus(Duration.ofDays(31));
    URI link = link(new Scope.Everything());
    clock.now = now;
    return link;
  }

  URI revokedLink() {
    URI link = link(new Scope.Everything());
    revoke(link);
    return link;
  }

  void revoke(URI link) {
    String token = link.getPath().substring("/d/".length());
    String id = new Links(secrets.linkKeys()).verify(token).orElseThrow().id();
    new StoredRevocations(stores.lake()).revoke(account(), id);
  }

  /** The address of a file of the account. */
  URI at(String path) {
    return service.url().resolve("/d/" + account() + '/' + path);
  }

  /** What a browser keeps after the first click. */
  String cookie(URI link) throws IOException, InterruptedException {
    String cookie = send(link, "").headers().firstValue("set-cookie").orElse("");
    return cookie.replaceFirst(";.*", "");
  }

  HttpResponse<byte[]> get(String path, String cookie) throws IOException, InterruptedException {
    return send(at(path), cookie);
  }

  HttpResponse<byte[]> send(URI address, String cookie) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    if (!cookie.isEmpty()) {
      request.header("cookie", cookie);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  /** All that is found by going from link to link, by path; each has to be there. */
  SortedMap<String, byte[]> everything(String cookie) throws IOException, InterruptedException {
    SortedMap<String, byte[]> found = new TreeMap<>();
    Deque<String> next = new ArrayDeque<>(List.of("index.ru.html", "index.en.html"));
    while (!next.isEmpty()) {
      String path = next.remove();
      if (!found.containsKey(path)) {
        HttpResponse<byte[]> answer = get(path, cookie);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        found.put(path, answer.body());
        if (path.endsWith(".html")) {
          LINK.matcher(new String(answer.body(), UTF_8))
              .results()
              .map(link -> at(path).resolve(link.group(1)).toString())
              .filter(address -> address.startsWith(at("").toString()))
              .forEach(address -> next.add(address.substring(at("").toString().length())));
        }
      }
    }
    return found;
  }

  @Override
  public void close() throws IOException {
    client.close();
    service.close();
    stores.close();
  }
}
