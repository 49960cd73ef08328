package dev.svodka.kpi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorLoader;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.VectorUnloader;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.ipc.message.ArrowRecordBatch;
import org.apache.arrow.vector.util.ByteArrayReadableSeekableByteChannel;

/** The same Arrow file in smaller record batches. */
final class SmallBatches {
  private SmallBatches() {}

  static byte[] cut(byte[] file, int rows) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (BufferAllocator allocator = new RootAllocator();
        ArrowFileReader reader =
            new ArrowFileReader(
                new ByteArrayReadableSeekableByteChannel(file),
                allocator,
                CommonsCompressionFactory.INSTANCE)) {
      VectorSchemaRoot from = reader.getVectorSchemaRoot();
      try (VectorSchemaRoot to = VectorSchemaRoot.create(from.getSchema(), allocator);
          ArrowFileWriter writer = new ArrowFileWriter(to, null, Channels.newChannel(bytes))) {
        while (reader.loadNextBatch()) {
          for (int row = 0; row < from.getRowCount(); row += rows) {
            copy(from, row, Math.min(rows, from.getRowCount() - row), to);
            writer.writeBatch();
          }
        }
        writer.end();
      }
    }
    return bytes.toByteArray();
  }

  private static void copy(VectorSchemaRoot from, int first, int rows, VectorSchemaRoot to) {
    try (VectorSchemaRoot slice = from.slice(first, rows);
        ArrowRecordBatch batch = new VectorUnloader(slice).getRecordBatch()) {
      new VectorLoader(to).load(batch);
    }
  }
}
