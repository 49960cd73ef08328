package dev.svodka.lake.arrow;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.OutOfMemoryException;
import org.apache.arrow.vector.compression.NoCompressionCodec;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.ipc.message.ArrowBodyCompression;
import org.apache.arrow.vector.ipc.message.ArrowFieldNode;
import org.apache.arrow.vector.ipc.message.ArrowRecordBatch;
import org.apache.arrow.vector.ipc.message.MessageSerializer;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Reads some columns of an Arrow file from a stream, front to back. The bytes of the other columns
 * are skipped: never held, never decompressed; in a local file they are not even read.
 *
 * <p>Arrow's own readers decompress every column and drop what is not wanted afterwards. An Arrow
 * file is the streaming format between two marks, so no random access is needed.
 */
public final class ColumnReader extends ArrowReader {
  private static final byte[] MAGIC = "ARROW1".getBytes(StandardCharsets.US_ASCII);
  private static final int MAGIC_PADDED = 8;
  private static final int CONTINUATION = -1;
  private static final int COPY_BYTES = 1 << 16;
  private static final int MAX_METADATA_BYTES = 1 << 26;

  private final String name;
  private final InputStream in;
  private final List<String> wanted;
  private final byte[] copy = new byte[COPY_BYTES];
  private FileColumns columns = FileColumns.NONE;
  private long bytesRead;

  /**
   * @param name what the stream is called in messages to the user
   * @param in closed with this reader
   * @param columns names of {@link EventColumn}s, in the order wanted
   */
  public ColumnReader(
      BufferAllocator allocator, String name, InputStream in, List<String> columns) {
    super(allocator, CommonsCompressionFactory.INSTANCE);
    this.name = name;
    this.in = in;
    this.wanted = List.copyOf(columns);
  }

  @Override
  protected Schema readSchema() throws IOException {
    byte[] mark = in.readNBytes(MAGIC_PADDED);
    if (mark.length < MAGIC_PADDED || !Arrays.equals(MAGIC, 0, 6, mark, 0, 6)) {
      throw invalid("is no Arrow file: it does not begin with ARROW1");
    }
    Message message = readMessage().orElseThrow(() -> invalid("is damaged: it has no schema"));
    columns = FileColumns.select(MessageSerializer.deserializeSchema(message), wanted, name);
    return columns.schema();
  }

  /**
   * @throws SvodkaException where the file is cut off, damaged or not in the lake's schema
   */
  @Override
  public boolean loadNextBatch() throws IOException {
    try {
      prepareLoadNextBatch();
      Optional<Message> message = readMessage();
      if (message.isEmpty()) {
        checkEnd();
        return false;
      }
      if (message.get().headerType() != MessageHeader.RecordBatch) {
        throw invalid("holds dictionaries; write the columns as plain utf8");
      }
      RecordBatch batch = (RecordBatch) message.get().header(new RecordBatch());
      loadRecordBatch(readColumns(batch, message.get().bodyLength()));
      return true;
    } catch (EOFException e) {
      throw invalid("is cut off", e);
    } catch (OutOfMemoryException e) {
      throw new SvodkaException(
          ErrorCode.OUT_OF_MEMORY, name + ": a batch does not fit into the memory allowed", e);
    } catch (IndexOutOfBoundsException
        | IllegalArgumentException
        | IllegalStateException
        | ArithmeticException e) {
      throw invalid("is damaged: " + e.getMessage(), e);
    }
  }

  private Optional<Message> readMessage() throws IOException {
    int length = readInt();
    if (length == CONTINUATION) {
      length = readInt();
    }
    if (length == 0) {
      return Optional.empty();
    }
    if (length < 0 || length > MAX_METADATA_BYTES) {
      throw invalid("is damaged: metadata of %d bytes".formatted(length));
    }
    return Optional.of(Message.getRootAsMessage(ByteBuffer.wrap(readExactly(length))));
  }

  private int readInt() throws IOException {
    return ByteBuffer.wrap(readExactly(Integer.BYTES)).order(ByteOrder.LITTLE_ENDIAN).getInt();
  }

  private byte[] readExactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw invalid("is cut off");
    }
    return bytes;
  }

  private ArrowRecordBatch readColumns(RecordBatch batch, long bodyLength) throws IOException {
    List<ArrowFieldNode> nodes = new ArrayList<>();
    for (int node : columns.nodes()) {
      FieldNode told = batch.nodes(node);
      nodes.add(new ArrowFieldNode(told.length(), told.nullCount()));
    }
    long length = 0;
    for (int buffer : columns.buffers()) {
      length += aligned(batch.buffers(buffer).length());
    }
    try (ArrowBuf wantedBody = allocator.buffer(length)) {
      return new ArrowRecordBatch(
          Math.toIntExact(batch.length()),
          nodes,
          readBuffers(batch, bodyLength, wantedBody),
          batch.compression() == null
              ? NoCompressionCodec.DEFAULT_BODY_COMPRESSION
              : new ArrowBodyCompression(
                  batch.compression().codec(), batch.compression().method()));
    }
  }

  /** The wanted buffers as slices of one: the loader releases a slice before it retains it. */
  private List<ArrowBuf> readBuffers(RecordBatch batch, long bodyLength, ArrowBuf wantedBody)
      throws IOException {
    ArrowBuf[] buffers = new ArrowBuf[columns.buffers().size()];
    long inFile = 0;
    long inBody = 0;
    for (int place : columns.byOffset()) {
      Buffer told = batch.buffers(columns.buffers().get(place));
      if (told.offset() < inFile || told.length() > bodyLength - told.offset()) {
        throw invalid("is damaged: a buffer lies outside its batch");
      }
      in.skipNBytes(told.offset() - inFile);
      copy(wantedBody, inBody, told.length());
      inFile = told.offset() + told.length();
      ArrowBuf slice = wantedBody.slice(inBody, told.length());
      slice.writerIndex(told.length());
      buffers[place] = slice;
      inBody += aligned(told.length());
    }
    in.skipNBytes(bodyLength - inFile);
    return Arrays.asList(buffers);
  }

  private void copy(ArrowBuf body, long from, long length) throws IOException {
    for (long done = 0; done < length; ) {
      int count = in.read(copy, 0, (int) Math.min(copy.length, length - done));
      if (count < 0) {
        throw invalid("is cut off");
      }
      body.setBytes(from + done, copy, 0, count);
      done += count;
    }
    bytesRead += length;
  }

  private static long aligned(long length) {
    return (length + 7) & -8;
  }

  private void checkEnd() throws IOException {
    byte[] footer = in.readNBytes(MAX_METADATA_BYTES);
    int mark = footer.length - MAGIC.length;
    if (mark < 0 || !Arrays.equals(MAGIC, 0, 6, footer, mark, footer.length)) {
      throw invalid("is cut off");
    }
  }

  private SvodkaException invalid(String what) {
    return invalid(what, null);
  }

  private SvodkaException invalid(String what, @Nullable Exception cause) {
    return new SvodkaException(ErrorCode.INPUT_INVALID, name + ": the file " + what, cause);
  }

  /** Bytes of the wanted columns as they came, compressed. */
  @Override
  public long bytesRead() {
    return bytesRead;
  }

  @Override
  protected void closeReadSource() throws IOException {
    in.close();
  }
}
