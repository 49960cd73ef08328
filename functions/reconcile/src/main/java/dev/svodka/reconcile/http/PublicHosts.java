package dev.svodka.reconcile.http;

import dev.svodka.core.business.LiveSource;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.SourceKind;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Hosts built from checked parts: {@code <subdomain>.amocrm.ru} or {@code .kommo.com}, and the
 * Bitrix24 domain of the business file, with its port. Nothing that an answer or a webhook says is
 * ever called, and nothing that leads to a private address.
 */
public final class PublicHosts implements Hosts {
  private static final Pattern SUBDOMAIN = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern AMO =
      Pattern.compile(
          "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.(amocrm\\.ru|amocrm\\.com|kommo\\.com)");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.){1,5}[a-z][a-z0-9-]{1,61}(:\\d{2,5})?");

  @Override
  public URI base(LiveSource source) {
    String host = host(source);
    try {
      for (InetAddress address : InetAddress.getAllByName(host.replaceAll(":\\d+$", ""))) {
        if (!isPublic(address)) {
          throw invalid(source, "leads to a private address");
        }
      }
    } catch (UnknownHostException e) {
      throw new SvodkaException(ErrorCode.CRM_UNAVAILABLE, host + ": no such host", e);
    }
    return URI.create("https://" + host);
  }

  static String host(LiveSource source) {
    Optional<String> domain = source.domain().map(text -> text.toLowerCase(Locale.ROOT));
    if (source.kind() == SourceKind.AMOCRM) {
      return domain
          .or(() -> source.subdomain().filter(PublicHosts::isSubdomain).map(s -> s + ".amocrm.ru"))
          .filter(host -> AMO.matcher(host).matches())
          .orElseThrow(() -> invalid(source, "is no host of amoCRM or Kommo"));
    }
    return domain
        .filter(host -> DOMAIN.matcher(host).matches())
        .orElseThrow(() -> invalid(source, "is no name of a host"));
  }

  private static boolean isSubdomain(String text) {
    return SUBDOMAIN.matcher(text).matches();
  }

  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean carrier = address instanceof Inet4Address && bytes[0] == 100 && (bytes[1] & 0xC0) == 64;
    boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xFE) == 0xFC;
    boolean thisNetwork = address instanceof Inet4Address && bytes[0] == 0;
    return !(address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || carrier
        || uniqueLocal
        || thisNetwork);
  }

  private static SvodkaException invalid(LiveSource source, String what) {
    return new SvodkaException(
        ErrorCode.BUSINESS_FILE_INVALID,
        "Source %s: its domain or subdomain %s".formatted(source.id(), what));
  }
}
