package dev.svodka.lake;

import dev.svodka.core.event.ChangeEvent;
import dev.svodka.lake.arrow.EventFileWriter;
import dev.svodka.lake.forget.Forgotten;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.lake.objects.Upload;
import java.io.IOException;
import java.nio.channels.Channels;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;

/**
 * Writes the events of one account and one day stored into the lake, at most a million to a file.
 * Whoever the account has forgotten is told by a pseudonym, whatever the way into the lake. Where
 * it is closed before {@link #finish}, the file under way is dropped; files that were full already
 * stay.
 */
public final class LakeWriter implements AutoCloseable {
  /** Most events in one file. */
  public static final long FILE_ROWS = 1_000_000;

  /** Type of the lake's files. */
  public static final String CONTENT_TYPE = "application/vnd.apache.arrow.file";

  /** A written file. */
  public record LakeFile(String key, long rows) {}

  private record OpenFile(String key, Upload upload, EventFileWriter writer) {}

  private final ObjectStore store;
  private final BufferAllocator allocator;
  private final String account;
  private final LocalDate day;
  private final String series;
  private final long fileRows;
  private final Forgotten forgotten;
  private final List<LakeFile> written = new ArrayList<>();
  private @Nullable OpenFile open;

  /**
   * @param series {@link LakeKeys#PART} for exports
   */
  public LakeWriter(
      ObjectStore store, BufferAllocator allocator, String account, LocalDate day, String series) {
    this(store, allocator, account, day, series, FILE_ROWS);
  }

  LakeWriter(
      ObjectStore store,
      BufferAllocator allocator,
      String account,
      LocalDate day,
      String series,
      long fileRows) {
    this.store = store;
    this.allocator = allocator;
    this.account = account;
    this.day = day;
    this.series = series;
    this.fileRows = fileRows;
    this.forgotten = Forgotten.of(store, account);
  }

  public void append(ChangeEvent event) throws IOException {
    OpenFile file = open == null ? begin() : open;
    file.writer().append(forgotten.apply(event));
    if (file.writer().rows() == fileRows) {
      finishFile(file);
    }
  }

  /**
   * Completes the last file and deletes files of this day and series with higher numbers, which an
   * earlier, longer run left.
   *
   * @return the files written, none where there was no event
   */
  public List<LakeFile> finish() throws IOException {
    if (open != null) {
      finishFile(open);
    }
    String next = LakeKeys.file(account, day, series, written.size());
    for (ObjectStore.Entry entry : store.list(LakeKeys.series(account, day, series))) {
      if (entry.key().length() == next.length() && entry.key().compareTo(next) >= 0) {
        store.delete(entry.key());
      }
    }
    return List.copyOf(written);
  }

  @Override
  public void close() throws IOException {
    if (open != null) {
      drop(open);
    }
  }

  private OpenFile begin() throws IOException {
    String key = LakeKeys.file(account, day, series, written.size());
    Upload upload = store.upload(key, CONTENT_TYPE);
    OpenFile file =
        new OpenFile(
            key, upload, new EventFileWriter(allocator, Channels.newChannel(upload.stream())));
    open = file;
    return file;
  }

  private void finishFile(OpenFile file) throws IOException {
    written.add(new LakeFile(file.key(), file.writer().finish()));
    file.upload().commit();
    drop(file);
  }

  private void drop(OpenFile file) throws IOException {
    open = null;
    file.writer().close();
    file.upload().close();
  }
}
