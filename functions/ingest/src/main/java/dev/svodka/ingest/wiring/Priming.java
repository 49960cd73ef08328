package dev.svodka.ingest.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.ingest.Hook;
import dev.svodka.ingest.Ingest;
import dev.svodka.lake.events.DynamoEventStore;
import dev.svodka.source.live.LiveParser;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes the way of a webhook once before SnapStart takes its snapshot, so that the classes are
 * loaded in it: a hook of nobody, a delivery that is parsed and thrown away, a put that cannot
 * succeed. Nothing of it is remembered: companies, secrets and connections are looked up after a
 * restore.
 */
final class Priming implements Resource {
  private static final Logger LOG = LoggerFactory.getLogger(Priming.class);

  /** The context holds its resources weakly. */
  private static final List<Resource> KEPT = new CopyOnWriteArrayList<>();

  private static final String BUSINESS =
      """
      account: prime
      name: Prime
      language: ru
      time-zone: Europe/Moscow
      currency: RUB
      sources: [{id: amo, kind: amocrm, subdomain: prime, secret: "ssm:/svodka/prime/hook"}]
      processes:
        sales:
          items: {type: deal, pipeline: ["1"]}
          milestones: {created: {created: true}, won: {stage: ["142"]}}
          funnel: [created, won]
          success: [won]
      """;

  private static final String DELIVERY =
      "leads%5Bstatus%5D%5B0%5D%5Bid%5D=1&leads%5Bstatus%5D%5B0%5D%5Bstatus_id%5D=142"
          + "&leads%5Bstatus%5D%5B0%5D%5Bold_status_id%5D=1"
          + "&leads%5Bstatus%5D%5B0%5D%5Bpipeline_id%5D=1"
          + "&leads%5Bstatus%5D%5B0%5D%5Blast_modified%5D=1700000000"
          + "&account%5Bid%5D=1&account%5Bsubdomain%5D=prime";

  private final Ingest ingest;
  private final DynamoEventStore events;

  private Priming(Ingest ingest, DynamoEventStore events) {
    this.ingest = ingest;
    this.events = events;
  }

  static void register(Ingest ingest, DynamoEventStore events) {
    Priming priming = new Priming(ingest, events);
    KEPT.add(priming);
    Core.getGlobalContext().register(priming);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    try {
      ingest.accept(new Hook("svodka-prime", "none", "none"), new byte[0]);
      Business business =
          BusinessFile.business(
              BusinessFile.parse(BUSINESS.getBytes(UTF_8), Path.of("none")), "prime");
      LiveParser.of(business, business.sources().getFirst())
          .parse(DELIVERY.getBytes(UTF_8), Instant.EPOCH);
      events.prime();
      LOG.info("Primed");
    } catch (SvodkaException e) {
      LOG.warn("The snapshot is taken all the same: {} {}", e.code(), e.getMessage());
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {}
}
