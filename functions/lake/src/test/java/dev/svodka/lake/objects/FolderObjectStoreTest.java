package dev.svodka.lake.objects;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FolderObjectStoreTest extends ObjectStoreContract {
  @TempDir Path folder;

  @Override
  protected ObjectStore store() {
    return new FolderObjectStore(folder.resolve("lake"));
  }
}
