package dev.svodka.local.serve;

import dev.svodka.core.secret.Secret;
import dev.svodka.reconcile.LocalVault;
import dev.svodka.reconcile.Vault;
import java.util.Optional;

/**
 * Tokens of one machine: {@code env:NAME}, {@code file:PATH} from the data folder, and all others
 * among its secrets, by the reference of the business file.
 */
final class FolderVault implements Vault {
  private final FileSecrets secrets;
  private final LocalVault files;

  FolderVault(DataFolder folder) {
    secrets = folder.secrets();
    files = new LocalVault(folder.path());
  }

  @Override
  public Optional<Secret> read(String reference) {
    return elsewhere(reference)
        ? files.read(reference)
        : secrets.value(reference).map(Secret::of).filter(secret -> !secret.isEmpty());
  }

  @Override
  public void replace(String reference, Secret secret) {
    if (elsewhere(reference)) {
      files.replace(reference, secret);
    } else {
      secrets.replace(reference, secret);
    }
  }

  private static boolean elsewhere(String reference) {
    return reference.startsWith("env:") || reference.startsWith("file:");
  }
}
