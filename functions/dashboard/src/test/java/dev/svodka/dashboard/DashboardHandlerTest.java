package dev.svodka.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.link.Links;
import dev.svodka.core.link.Scope;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DashboardHandlerTest {
  private static final Scope MANAGERS = new Scope.Audience("managers");
  private static final String WEEKLY = "/d/romashka/weekly-conversion.ru.html";
  private static final String FRONT = "/d/romashka/index.ru.html";
  private static final List<String> ELSEWHERE =
      List.of(
          "",
          "/",
          "/d",
          "/d/",
          "/d/romashka",
          "/d/romashka/",
          "/d/romashka/index.de.html",
          "/d/vasilek/index.ru.html",
          "/d/romashka/../vasilek/index.ru.html",
          "/d/romashka/weekly-conversion/../overdue-invoices.ru.html",
          "/d/romashka/weekly-conversion/..%2f..%2findex.ru.html",
          "/d/romashka/%2e%2e/vasilek/index.ru.html",
          "/d/romashka/%252e%252e%252fvasilek/index.ru.html",
          "/d/romashka/..;/vasilek/index.ru.html",
          "/d/romashka/weekly-conversion//sales-flow.ru.csv",
          "/d/romashka/./weekly-conversion.ru.html",
          "/d/romashka/weekly-conversion.ru.html/",
          "/d/romashka/weekly-conversion.ru.html%00",
          "/d/romashka/weekly-conversion.ru.html\u0000",
          "/d/romashka\\weekly-conversion.ru.html",
          "/d/romashka/WEEKLY-CONVERSION.ru.html",
          "/d/romashka/runs/r1/weekly-conversion.ru.html",
          "/d/romashka/fronts/finance.ru.html",
          "/d/romashka/owner/504141/weekly-conversion.ru.html",
          "/d/romashka/own-hidden.ru.html",
          "/d/romashka/reports.json",
          "/d/romashka/kpis.json",
          "/d/romashka/facts.parquet",
          "/d/romashka/data-quality.json",
          "/d/romashka/rejects.csv",
          "/d/romashka/weekly-conversion/kpis.json",
          "/d/romashka/weekly-conversion/facts.parquet",
          "/d/romashka/weekly-conversion/data-quality.json",
          "/d/romashka/weekly-conversion/rejects.csv",
          "/d/romashka/weekly-conversion/notes.txt",
          "/d/romashka/weekly-conversion/missing.csv",
          "/hooks/romashka/amo/secret");

  @TempDir private Path folder;
  private Desk desk;
  private String token;

  @BeforeEach
  void publish() {
    desk = new Desk(folder);
    token = desk.token("romashka", MANAGERS);
  }

  @Test
  void theFirstClickLeavesTheTokenInACookieAndOutOfTheAddress() {
    APIGatewayV2HTTPResponse answer = desk.get("/d/" + token, "");
    assertThat(answer.getStatusCode()).isEqualTo(303);
    assertThat(answer.getHeaders())
        .containsEntry("location", "romashka/index.ru.html")
        .containsEntry("referrer-policy", "no-referrer");
    assertThat(answer.getCookies())
        .containsExactly(
            "__Host-svodka=" + token + "; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure");
    assertThat(answer.getBody()).isEmpty();
    assertThat(desk.get("/prod/d/" + token, "").getStatusCode()).isEqualTo(303);
  }

  @Test
  void aPageIsShownByItsCookieWithItsOwnPolicy() {
    APIGatewayV2HTTPResponse answer = desk.get(WEEKLY, token);
    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getBody()).endsWith("romashka weekly-conversion.ru.html");
    assertThat(answer.getHeaders())
        .containsEntry("content-type", "text/html; charset=utf-8")
        .containsEntry("cache-control", "private, no-cache")
        .containsEntry("x-content-type-options", "nosniff")
        .containsEntry(
            "content-security-policy",
            "default-src 'none'; script-src 'sha256-abc='; frame-ancestors 'none'");
    assertThat(desk.opened).hasSize(1).first().asString().contains("Анна weekly-conversion");
    assertThat(desk.opened.toString()).doesNotContain(token);
  }

  @Test
  void whatIsBinaryGoesAsBase64AndTablesAreKept() {
    APIGatewayV2HTTPResponse png =
        desk.get("/d/romashka/weekly-conversion/sales-flow.ru.png", token);
    assertThat(png.getIsBase64Encoded()).isTrue();
    assertThat(Base64.getDecoder().decode(png.getBody()))
        .containsExactly((byte) 0x89, 'P', 'N', 'G');
    assertThat(desk.get("/d/romashka/weekly-conversion/sales-flow.ru.csv", token).getHeaders())
        .containsEntry("content-type", "text/csv; charset=utf-8")
        .containsEntry("content-disposition", "attachment; filename=\"sales-flow.ru.csv\"");
  }

  @Test
  void whatTheReaderHasIsNotSentAgain() {
    Map<String, String> headers = desk.get(WEEKLY, token).getHeaders();
    String etag = headers.getOrDefault("etag", "");
    for (String known : List.of(etag, "W/" + etag, "\"other\", " + etag, "*")) {
      APIGatewayV2HTTPResponse answer =
          desk.request("GET", WEEKLY, token, Map.of("if-none-match", known));
      assertThat(answer.getStatusCode()).as(known).isEqualTo(304);
      assertThat(answer.getBody()).isEmpty();
      assertThat(answer.getHeaders())
          .as("what a browser puts over those it kept")
          .isEqualTo(headers);
    }
    desk.put("romashka", "weekly-conversion.ru.html", "newer".getBytes(StandardCharsets.UTF_8));
    assertThat(desk.request("GET", WEEKLY, token, Map.of("if-none-match", etag)).getBody())
        .isEqualTo("newer");
  }

  @Test
  void aHeadIsAnsweredLikeAGetButWithoutTheBody() {
    APIGatewayV2HTTPResponse get = desk.get(WEEKLY, token);
    APIGatewayV2HTTPResponse head = desk.request("HEAD", WEEKLY, token, Map.of());
    assertThat(head.getStatusCode()).isEqualTo(200);
    assertThat(head.getHeaders()).isEqualTo(get.getHeaders());
    assertThat(head.getBody()).isEmpty();
    assertThat(desk.request("HEAD", WEEKLY, "", Map.of()).getStatusCode()).isEqualTo(404);
  }

  @Test
  void aFileBeyondWhatAFunctionHandsOverIsFetchedElsewhere() {
    desk.put("romashka", "weekly-conversion.ru.html", new byte[5_000_001]);
    desk.put("romashka", "weekly-conversion/big.png", new byte[4_400_001]);
    desk.put("romashka", "weekly-conversion/fits.png", new byte[4_400_000]);
    assertThat(desk.get(WEEKLY, token))
        .returns(303, APIGatewayV2HTTPResponse::getStatusCode)
        .extracting(answer -> answer.getHeaders().get("location"))
        .isEqualTo("https://bucket.example/romashka/runs/r1/weekly-conversion.ru.html");
    assertThat(desk.get("/d/romashka/weekly-conversion/big.png", token).getStatusCode())
        .isEqualTo(303);
    assertThat(desk.get("/d/romashka/weekly-conversion/fits.png", token).getStatusCode())
        .isEqualTo(200);
  }

  @Test
  void aScopeOpensItsOwnReportsAndTheFrontPageOverThemAlone() {
    assertThat(desk.get(FRONT, token).getBody()).endsWith("fronts/managers.ru.html");
    assertThat(desk.get("/d/romashka/overdue-invoices.ru.html", token)).isEqualTo(notFound());

    String owner = desk.token("romashka", new Scope.Owner("504141"));
    assertThat(desk.get(FRONT, owner).getBody()).endsWith("owner/504141/index.ru.html");
    assertThat(desk.get(WEEKLY, owner).getBody())
        .endsWith("owner/504141/weekly-conversion.ru.html");
    assertThat(desk.get("/d/romashka/overdue-invoices.ru.html", owner)).isEqualTo(notFound());
    assertThat(desk.get(WEEKLY, desk.token("romashka", new Scope.Owner("504142"))))
        .isEqualTo(notFound());

    String all = desk.token("romashka", new Scope.Everything());
    assertThat(desk.get(FRONT, all).getBody()).endsWith("romashka index.ru.html");
    assertThat(desk.get("/d/romashka/overdue-invoices.ru.html", all).getStatusCode())
        .isEqualTo(200);
    assertThat(desk.get(FRONT, desk.token("romashka", new Scope.Audience("../managers"))))
        .isEqualTo(notFound());
  }

  @Test
  void aListOfItemsIsOpenToWhoeverMayReadItsReportAlone() {
    String list = "weekly-conversion/items-sales-win_rate-2.ru.html";
    String debts = "overdue-invoices/items-invoices-RUB-on_time_rate.ru.html";
    desk.put("romashka", list, list.getBytes(StandardCharsets.UTF_8));
    desk.put("romashka", debts, debts.getBytes(StandardCharsets.UTF_8));
    assertThat(desk.get("/d/romashka/" + list, token).getBody()).isEqualTo(list);
    assertThat(desk.get("/d/romashka/" + list, "")).isEqualTo(notFound());
    assertThat(desk.get("/d/romashka/" + debts, token)).isEqualTo(notFound());
    assertThat(desk.get("/d/romashka/" + list, desk.token("romashka", new Scope.Owner("504141"))))
        .isEqualTo(notFound());
  }

  @Test
  void earlierWeeksAreOpenToWhoeverMayReadTheReport() {
    String page = "/2026-W45/weekly-conversion.ru.html";
    String chart = "/2026-W45/weekly-conversion/sales-flow.ru.svg";
    String debts = "/2026-10/overdue-invoices.ru.html";
    for (String path : List.of("weekly-conversion" + page, "weekly-conversion" + chart)) {
      desk.keep("romashka", path, path.getBytes(StandardCharsets.UTF_8));
      assertThat(desk.get("/d/romashka/" + path, token).getBody()).isEqualTo(path);
      assertThat(desk.get("/d/romashka/" + path, desk.token("romashka", new Scope.Owner("504141"))))
          .isEqualTo(notFound());
      assertThat(desk.get("/d/romashka/" + path, "")).isEqualTo(notFound());
    }
    desk.keep("romashka", "overdue-invoices" + debts, new byte[] {1});
    assertThat(desk.get("/d/romashka/overdue-invoices" + debts, token)).isEqualTo(notFound());
  }

  @Test
  void aLinkIsGoodUntilTheVeryInstantAtWhichItExpires() {
    desk.now = Desk.EXPIRES.minusNanos(1);
    assertThat(desk.get(WEEKLY, token).getStatusCode()).isEqualTo(200);
    assertThat(desk.get("/d/" + token, "").getStatusCode()).isEqualTo(303);
    desk.now = Desk.EXPIRES;
    assertThat(desk.get(WEEKLY, token)).isEqualTo(notFound());
    assertThat(desk.get("/d/" + token, "")).isEqualTo(notFound());
  }

  @Test
  void aRevokedLinkOpensNothingFromThatMomentOnAndOthersStay() {
    String id = desk.links.verify(token).orElseThrow().id();
    desk.revocations.revoke("romashka", id);
    desk.revocations.revoke("romashka", id);
    assertThat(desk.get(WEEKLY, token)).isEqualTo(notFound());
    assertThat(desk.get("/d/" + token, "")).isEqualTo(notFound());
    assertThat(desk.get(WEEKLY, desk.token("romashka", MANAGERS)).getStatusCode()).isEqualTo(200);
  }

  @Test
  void aCookieOutlivesOneRotationOfTheKeys() {
    desk.rotate();
    assertThat(desk.get(WEEKLY, token).getStatusCode()).isEqualTo(200);
    desk.rotate();
    assertThat(desk.get(WEEKLY, token)).isEqualTo(notFound());
  }

  @Test
  void figuresTellWhatReadersGot() {
    String etag = desk.get(WEEKLY, token).getHeaders().get("etag");
    desk.request("GET", WEEKLY, token, Map.of("if-none-match", etag));
    desk.get("/d/" + token, "");
    desk.get(WEEKLY, "");
    desk.get("/elsewhere", token);
    desk.request("POST", WEEKLY, token, Map.of());
    assertThat(desk.figures)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("Opened", 2.0, "Redirected", 1.0, "Refused", 3.0));
  }

  @Test
  void nothingElseIsThere() {
    String owner = desk.token("romashka", new Scope.Owner("504141"));
    for (String path : ELSEWHERE) {
      assertThat(desk.get(path, token)).as(path).isEqualTo(notFound());
      assertThat(desk.get(path, owner)).as(path).isEqualTo(notFound());
    }
    assertThat(desk.opened).isEmpty();
  }

  @Test
  void wrongLinksCookiesMethodsAndAccountsGetTheSameAnswer() {
    String wrong = token.substring(0, token.length() - 4) + "AAAA";
    assertThat(desk.get("/d/" + wrong, "")).isEqualTo(notFound());
    assertThat(desk.get(WEEKLY, wrong)).isEqualTo(notFound());
    assertThat(desk.get(WEEKLY, "")).isEqualTo(notFound());
    assertThat(desk.get(WEEKLY, desk.token("vasilek", MANAGERS))).isEqualTo(notFound());
    assertThat(desk.get("/d/" + desk.token("nobody", MANAGERS), "")).isEqualTo(notFound());
    assertThat(desk.request("POST", WEEKLY, token, Map.of())).isEqualTo(notFound());
    assertThat(notFound().getStatusCode()).isEqualTo(404);
    assertThat(notFound().getHeaders())
        .containsEntry("cache-control", "private, no-cache")
        .hasEntrySatisfying(
            "content-security-policy", policy -> assertThat(policy).contains("frame-ancestors"));
  }

  @Test
  void anEmptyEventIsNotFoundAndAKeyThatCannotBeToldIsNoAnswer() {
    DashboardHandler deaf =
        new DashboardHandler(
            new Dashboard(
                new Links(
                    () -> {
                      throw new SvodkaException(ErrorCode.STORE_UNAVAILABLE, "out");
                    }),
                desk.revocations,
                desk.reports,
                (key, type) -> URI.create("x:y"),
                (link, report, path) -> {},
                InstantSource.fixed(Desk.NOW)),
            true,
            desk);
    assertThat(deaf.handleRequest(new APIGatewayV2HTTPEvent(), null)).isEqualTo(notFound());
    assertThat(
            deaf.handleRequest(
                    APIGatewayV2HTTPEvent.builder()
                        .withRawPath("/d/" + token)
                        .withRequestContext(
                            APIGatewayV2HTTPEvent.RequestContext.builder()
                                .withHttp(
                                    APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                                        .withMethod("GET")
                                        .build())
                                .build())
                        .build(),
                    null)
                .getStatusCode())
        .isEqualTo(503);
    assertThat(desk.figures)
        .containsEntry("Unavailable", 1.0)
        .containsEntry(ErrorCode.STORE_UNAVAILABLE.category().name(), 1.0);
  }

  private APIGatewayV2HTTPResponse notFound() {
    return desk.get("/d/romashka/no-such-report.ru.html", "");
  }
}
