package dev.svodka.local.account;

import dev.svodka.core.business.Business;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.link.KeySource;
import dev.svodka.core.link.LinkKey;
import dev.svodka.core.link.LinkKeys;
import dev.svodka.core.secret.Secret;
import dev.svodka.dashboard.Revocations;
import dev.svodka.dashboard.StoredRevocations;
import dev.svodka.lake.StoredBusiness;
import dev.svodka.lake.events.ErasableEvents;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.reconcile.Parts;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;

/**
 * A deployed stack as the command line works with it.
 *
 * @param hooks begins the addresses of hooks: {@code /<account>/<source>/<secret>} stands after it
 * @param dashboard where links lead
 * @param parts what CRMs are asked with; its objects are the lake, its vault Parameter Store
 */
public record Stack(
    String name,
    URI hooks,
    URI dashboard,
    ObjectStore reports,
    ErasableEvents events,
    Parts parts) {
  /** As sam-template.yaml names them to the functions. */
  static final String LINK_KEYS = "ssm:/svodka/dashboard/keys";

  private static final String ACCOUNTS = "accounts/";
  private static final String BUSINESS = "/business.yaml";

  ObjectStore lake() {
    return parts.objects();
  }

  /** The accounts that have a business file. */
  List<String> accounts() {
    return lake().list(ACCOUNTS).stream()
        .map(entry -> entry.key().substring(ACCOUNTS.length()))
        .filter(key -> key.endsWith(BUSINESS) && key.indexOf('/') == key.lastIndexOf('/'))
        .map(key -> key.substring(0, key.indexOf('/')))
        .toList();
  }

  /**
   * Where its dashboard keeps revoked links.
   *
   * @throws SvodkaException {@link ErrorCode#NOT_FOUND} where there is no such account
   */
  Revocations revocations(String account) {
    require(account);
    return new StoredRevocations(lake());
  }

  /**
   * The keys that sign its links; made where there are none.
   *
   * @throws SvodkaException {@link ErrorCode#NOT_FOUND} where there is no such account
   */
  KeySource linkKeys(String account) {
    require(account);
    if (parts.vault().read(LINK_KEYS).isEmpty()) {
      rotateLinkKeys();
    }
    return KeySource.of(reference -> parts.vault().read(reference).map(Secret::reveal), LINK_KEYS);
  }

  /** A new key signs links from now on; the one of before is believed until the next time. */
  void rotateLinkKeys() {
    SecureRandom random = new SecureRandom();
    LinkKeys next =
        parts
            .vault()
            .read(LINK_KEYS)
            .map(kept -> LinkKeys.parse(kept.reveal()).rotated(random))
            .orElseGet(() -> new LinkKeys(List.of(LinkKey.make(random))));
    parts.vault().replace(LINK_KEYS, Secret.of(next.text()));
  }

  /**
   * What an account's business file in the bucket says.
   *
   * @throws SvodkaException {@link ErrorCode#NOT_FOUND} where there is no such account
   */
  Business business(String account) {
    require(account);
    return StoredBusiness.read(lake(), account, lake().get(StoredBusiness.key(account)));
  }

  private void require(String account) {
    if (!accounts().contains(account)) {
      throw new SvodkaException(
          ErrorCode.NOT_FOUND,
          "the stack %s has no account %s; see `svodka account list --stack %s`"
              .formatted(name, account, name));
    }
  }
}
