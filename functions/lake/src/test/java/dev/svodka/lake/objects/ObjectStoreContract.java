package dev.svodka.lake.objects;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every object store does. */
public abstract class ObjectStoreContract {
  /** An empty store. */
  protected abstract ObjectStore store() throws Exception;

  @Test
  void anObjectComesBack() throws Exception {
    ObjectStore store = store();
    store.put("a/b.txt", "Сводка".getBytes(UTF_8), "text/plain");
    assertThat(store.get("a/b.txt")).isEqualTo("Сводка".getBytes(UTF_8));
    assertThat(store.exists("a/b.txt")).isTrue();
  }

  @Test
  void aSecondPutTakesThePlaceOfTheFirst() throws Exception {
    ObjectStore store = store();
    store.put("a", new byte[] {1, 2, 3}, "text/plain");
    store.put("a", new byte[] {4}, "text/plain");
    assertThat(store.get("a")).containsExactly(4);
  }

  @Test
  void anEmptyObjectIsAnObject() throws Exception {
    ObjectStore store = store();
    store.put("empty", new byte[0], "text/plain");
    assertThat(store.get("empty")).isEmpty();
  }

  @Test
  void whatIsNotThereIsNotFound() throws Exception {
    ObjectStore store = store();
    assertThat(store.exists("a")).isFalse();
    assertThatThrownBy(() -> store.get("a"))
        .isInstanceOfSatisfying(
            SvodkaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
  }

  @Test
  void aListingIsByPrefixAndSorted() throws Exception {
    ObjectStore store = store();
    for (String key : new String[] {"x/part-2", "x/part-10", "x/b/c", "y/part-1"}) {
      store.put(key, key.getBytes(UTF_8), "text/plain");
    }
    assertThat(store.list("x/"))
        .containsExactly(
            new ObjectStore.Entry("x/b/c", 5),
            new ObjectStore.Entry("x/part-10", 9),
            new ObjectStore.Entry("x/part-2", 8));
    assertThat(store.list("x/part-1"))
        .extracting(ObjectStore.Entry::key)
        .containsExactly("x/part-10");
    assertThat(store.list("z/")).isEmpty();
  }

  @Test
  void aDeletedObjectIsGone() throws Exception {
    ObjectStore store = store();
    store.put("a", new byte[] {1}, "text/plain");
    store.delete("a");
    store.delete("a");
    assertThat(store.exists("a")).isFalse();
    assertThat(store.list("")).isEmpty();
  }

  @Test
  void anUploadIsSeenWhenItIsCommittedAndNotBefore() throws Exception {
    ObjectStore store = store();
    try (Upload upload = store.upload("a/b", "text/plain")) {
      upload.stream().write(1);
      assertThat(store.list("")).isEmpty();
      upload.commit();
      assertThat(store.get("a/b")).containsExactly(1);
    }
    assertThat(store.get("a/b")).containsExactly(1);
  }

  @Test
  void anUploadThatIsNotCommittedLeavesNothing() throws Exception {
    ObjectStore store = store();
    byte[] large = random(9 << 20);
    try (Upload upload = store.upload("a/b", "text/plain")) {
      upload.stream().write(large);
    }
    assertThat(store.list("")).isEmpty();
    assertThat(store.exists("a/b")).isFalse();
  }

  @ParameterizedTest(name = "{0} bytes")
  @ValueSource(ints = {(8 << 20) - 1, 8 << 20, (8 << 20) + 1, 20 << 20})
  void aLargeObjectComesBackWhateverItsLength(int length) throws Exception {
    ObjectStore store = store();
    byte[] large = random(length);
    try (Upload upload = store.upload("large", "application/octet-stream")) {
      for (int from = 0; from < length; from += 100_000) {
        upload.stream().write(large, from, Math.min(100_000, length - from));
      }
      upload.commit();
    }
    assertThat(store.get("large")).isEqualTo(large);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a", "a/../../b", "a/./b", "/etc/passwd", "", "a//b", "a/"})
  void aKeyThatLeadsElsewhereIsRefused(String key) throws Exception {
    ObjectStore store = store();
    assertThatThrownBy(() -> store.put(key, new byte[] {1}, "text/plain"))
        .isInstanceOfSatisfying(
            SvodkaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CALL_INVALID));
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
