package dev.svodka.source.live;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.LiveSource;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.source.PayloadParser;
import dev.svodka.source.amocrm.AmoCrmParser;
import dev.svodka.source.bitrix24.Bitrix24Parser;
import dev.svodka.source.json.JsonEventsParser;

/** Finds the parser for a live source. */
public final class LiveParser {
  private LiveParser() {}

  /**
   * The parser for the payloads of this source; make it once and keep it.
   *
   * @throws SvodkaException {@code BUSINESS_FILE_INVALID} for a kind of source that sends nothing
   */
  public static PayloadParser of(Business business, LiveSource source) {
    return switch (source.kind()) {
      case AMOCRM -> new AmoCrmParser(business, source);
      case HTTP -> new JsonEventsParser(business);
      case BITRIX24 -> new Bitrix24Parser(business, source);
      case ONEC, CSV, XES ->
          throw new SvodkaException(
              ErrorCode.BUSINESS_FILE_INVALID,
              "Source %s: payloads of kind %s are not received"
                  .formatted(source.id(), source.kind().text()));
    };
  }
}
