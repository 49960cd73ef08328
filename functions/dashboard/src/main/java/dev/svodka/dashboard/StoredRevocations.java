package dev.svodka.dashboard;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.link.Link;
import dev.svodka.lake.objects.ObjectStore;

/**
 * One empty object a revoked link, {@code accounts/<account>/dashboard/revoked/<link id>}: two who
 * revoke at once do not undo each other, as they would in one list, and it is a single look-up.
 */
public final class StoredRevocations implements Revocations {
  private final ObjectStore lake;

  public StoredRevocations(ObjectStore lake) {
    this.lake = lake;
  }

  @Override
  public boolean revoked(String account, String linkId) {
    return lake.exists(key(account, linkId));
  }

  @Override
  public void revoke(String account, String linkId) {
    lake.put(key(account, linkId), new byte[0], "text/plain");
  }

  private static String key(String account, String linkId) {
    if (!Link.ACCOUNT.matcher(account).matches() || !Link.ID.matcher(linkId).matches()) {
      throw new SvodkaException(ErrorCode.CALL_INVALID, "a link's id has 16 hex digits");
    }
    return "accounts/%s/dashboard/revoked/%s".formatted(account, linkId);
  }
}
