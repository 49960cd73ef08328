package dev.svodka.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.link.Link;
import dev.svodka.core.link.LinkKey;
import dev.svodka.core.link.LinkKeys;
import dev.svodka.core.link.Links;
import dev.svodka.core.link.Scope;
import dev.svodka.lake.objects.FolderObjectStore;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.lake.reports.Shelf;
import dev.svodka.lake.reports.Shelved;
import dev.svodka.lake.telemetry.Metrics;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A dashboard over a folder with two accounts, and a clock that can be set. */
final class Desk implements Metrics {
  static final Instant NOW = Instant.parse("2026-11-23T07:00:00Z");
  static final Instant EXPIRES = NOW.plus(Duration.ofDays(30));
  static final String PAGE =
      "<!doctype html><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
          + " script-src 'sha256-abc='\"><p>Неделя";

  final ObjectStore reports;
  final Revocations revocations;
  final List<String> opened = new ArrayList<>();

  /** What was counted, and errors by their category. */
  final Map<String, Double> figures = new TreeMap<>();

  final Links links;
  Instant now = NOW;
  private LinkKeys keys = new LinkKeys(List.of(LinkKey.make(new SecureRandom())));
  private final DashboardHandler handler;

  Desk(Path folder) {
    reports = new FolderObjectStore(folder.resolve("reports"));
    revocations = new StoredRevocations(new FolderObjectStore(folder.resolve("lake")));
    links = new Links(() -> keys);
    publish("romashka");
    publish("vasilek");
    handler =
        new DashboardHandler(
            new Dashboard(
                links,
                revocations,
                reports,
                (key, type) -> URI.create("https://bucket.example/" + key),
                (link, report, path) ->
                    opened.add(link.person() + ' ' + report + ' ' + path + ' ' + link.id()),
                () -> now),
            true,
            this);
  }

  @Override
  public void tell(List<Figure> told) {
    told.stream()
        .filter(figure -> figure.unit() == Unit.COUNT)
        .forEach(figure -> figures.merge(figure.name(), figure.value(), Double::sum));
  }

  @Override
  public void failed(ErrorCode code) {
    figures.merge(code.category().name(), 1.0, Double::sum);
  }

  void rotate() {
    keys = keys.rotated(new SecureRandom());
  }

  private void publish(String account) {
    for (String path :
        List.of(
            "index.ru.html",
            "fronts/managers.ru.html",
            "fronts/finance.ru.html",
            "owner/504141/index.ru.html",
            "owner/504141/weekly-conversion.ru.html",
            "weekly-conversion.ru.html",
            "overdue-invoices.ru.html")) {
      put(account, path, (PAGE + ' ' + account + ' ' + path).getBytes(UTF_8));
    }
    put(account, "weekly-conversion/sales-flow.ru.png", new byte[] {(byte) 0x89, 'P', 'N', 'G'});
    put(account, "weekly-conversion/sales-flow.ru.csv", "a;b\n".getBytes(UTF_8));
    for (String never : List.of("kpis.json", "facts.parquet", "data-quality.json", "rejects.csv")) {
      put(account, never, "secret".getBytes(UTF_8));
      put(account, "weekly-conversion/" + never, "secret".getBytes(UTF_8));
    }
    put(account, "weekly-conversion/notes.txt", "secret".getBytes(UTF_8));
    put(account, "own-hidden.ru.html", "secret".getBytes(UTF_8));
    new Shelf(
            account,
            "ru",
            "r1",
            List.of(
                shelved("weekly-conversion", "managers", "owner"),
                shelved("overdue-invoices", "finance", "")))
        .put(reports);
  }

  void put(String account, String path, byte[] content) {
    reports.put(account + "/runs/r1/" + path, content, "application/octet-stream");
  }

  void keep(String account, String path, byte[] content) {
    reports.put(account + "/kept/" + path, content, "application/octet-stream");
  }

  private static Shelved shelved(String id, String audience, String slices) {
    return new Shelved(id, "ru", audience, "r1", NOW.toString(), slices, id, "", "");
  }

  String token(String account, Scope scope) {
    return links.sign(Link.issue(account, "Анна", scope, EXPIRES, new SecureRandom()));
  }

  APIGatewayV2HTTPResponse get(String path, String token) {
    return request("GET", path, token, Map.of());
  }

  APIGatewayV2HTTPResponse request(
      String method, String path, String token, Map<String, String> headers) {
    return handler.handleRequest(
        APIGatewayV2HTTPEvent.builder()
            .withRawPath(path)
            .withCookies(token.isEmpty() ? List.of() : List.of("a=b", "__Host-svodka=" + token))
            .withHeaders(headers)
            .withRequestContext(
                RequestContext.builder()
                    .withHttp(RequestContext.Http.builder().withMethod(method).build())
                    .build())
            .build(),
        null);
  }
}
