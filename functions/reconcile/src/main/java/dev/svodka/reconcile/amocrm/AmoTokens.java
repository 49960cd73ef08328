package dev.svodka.reconcile.amocrm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.secret.Secret;
import dev.svodka.reconcile.Vault;
import dev.svodka.reconcile.http.Budget;
import dev.svodka.reconcile.http.Caller;
import dev.svodka.reconcile.http.Cells;
import dev.svodka.reconcile.http.Cells.Cell;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The token of a source: a long-lived one, which stands in the vault as it is, or OAuth's, a JSON
 * object with {@code client_id}, {@code client_secret}, {@code redirect_uri}, {@code refresh_token}
 * and {@code access_token}.
 *
 * <p>A refresh token is good for one use, so of several functions one refreshes, by a lease in a
 * shared cell, and the others take what it has put into the vault.
 */
final class AmoTokens implements Caller.Bearer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Duration WAIT = Duration.ofMillis(500);
  private static final List<String> NEEDED =
      List.of("client_id", "client_secret", "redirect_uri", "refresh_token");

  private final String account;
  private final String source;
  private final String reference;
  private final Vault vault;
  private final Cells cells;
  private final Budget budget;
  private final Exchange exchange;
  private @Nullable Secret current;

  /** Posts a refresh; answers the CRM's JSON, or throws. */
  interface Exchange {
    byte[] post(URI uri, byte[] json);
  }

  private final Supplier<URI> base;

  AmoTokens(
      String account,
      String source,
      String reference,
      Vault vault,
      Cells cells,
      Budget budget,
      Supplier<URI> base,
      Exchange exchange) {
    this.account = account;
    this.source = source;
    this.reference = reference;
    this.vault = vault;
    this.cells = cells;
    this.budget = budget;
    this.base = base;
    this.exchange = exchange;
  }

  @Override
  public Optional<Secret> token() {
    Secret known = current;
    if (known == null) {
      Secret kept = kept();
      known = oauth(kept).map(AmoTokens::access).orElse(kept);
      current = known;
    }
    return Optional.of(known);
  }

  @Override
  public void refused(Secret token) {
    if (oauth(kept()).isEmpty()) {
      throw refusal("the token is not taken; put a new one into " + reference);
    }
    while (!taken(token)) {
      Cell cell = cells.read(account, cellName()).orElse(Cell.NEW);
      long now = budget.now().toEpochMilli();
      boolean free = cell.value() <= now;
      if (free && cells.write(account, cellName(), now + LEASE.toMillis(), cell.version())) {
        if (!taken(token)) {
          refresh();
        }
        cells.write(account, cellName(), 0, cell.version() + 1);
      } else {
        budget.sleep(WAIT);
      }
    }
  }

  /** Whether the vault holds another token than the one that was refused. */
  private boolean taken(Secret refused) {
    Secret kept = oauth(kept()).map(AmoTokens::access).orElseGet(this::kept);
    if (kept.isEmpty() || kept.same(refused)) {
      return false;
    }
    current = kept;
    return true;
  }

  private void refresh() {
    ObjectNode known = oauth(kept()).orElseThrow(() -> refusal("its OAuth tokens are gone"));
    for (String key : NEEDED) {
      if (known.path(key).asText().isEmpty()) {
        throw refusal("%s is missing in %s".formatted(key, reference));
      }
    }
    ObjectNode call = JSON.createObjectNode();
    call.put("grant_type", "refresh_token");
    NEEDED.forEach(key -> call.set(key, known.get(key)));
    byte[] answer =
        exchange.post(base.get().resolve("/oauth2/access_token"), call.toString().getBytes(UTF_8));
    JsonNode told = tree(answer);
    if (told.path("access_token").asText().isEmpty()
        || told.path("refresh_token").asText().isEmpty()) {
      throw refusal("the CRM gives no new tokens; connect the integration anew");
    }
    known.set("access_token", told.get("access_token"));
    known.set("refresh_token", told.get("refresh_token"));
    vault.replace(reference, Secret.of(known.toString()));
  }

  private String cellName() {
    return source + "/oauth";
  }

  private Secret kept() {
    return vault
        .read(reference)
        .filter(secret -> !secret.isEmpty())
        .orElseThrow(() -> refusal("there is no token at " + reference));
  }

  private static Optional<ObjectNode> oauth(Secret kept) {
    if (!kept.reveal().startsWith("{")) {
      return Optional.empty();
    }
    return tree(kept.reveal().getBytes(UTF_8)) instanceof ObjectNode node
        ? Optional.of(node)
        : Optional.empty();
  }

  private static Secret access(ObjectNode tokens) {
    return Secret.of(tokens.path("access_token").asText());
  }

  /** The parser's message would quote what it read. */
  private static JsonNode tree(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new SvodkaException(ErrorCode.NOT_AUTHENTICATED, "OAuth tokens that are no JSON");
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory were read", e);
    }
  }

  private SvodkaException refusal(String what) {
    return new SvodkaException(
        ErrorCode.NOT_AUTHENTICATED, "Source %s: %s".formatted(source, what));
  }
}
