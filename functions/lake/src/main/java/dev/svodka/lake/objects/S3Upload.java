package dev.svodka.lake.objects;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * One object on its way to S3: in one call where it fits into the buffer, else as a multipart
 * upload with that buffer as its only memory.
 */
final class S3Upload implements Upload {
  /** S3 takes 10,000 parts of at least 5 MiB: objects of up to 80 GB. */
  private static final int PART_BYTES = 8 << 20;

  private static final int FIRST_BYTES = 1 << 16;

  private final S3Client client;
  private final String bucket;
  private final String key;
  private final String contentType;
  private final List<CompletedPart> parts = new ArrayList<>();
  private @Nullable String uploadId;
  private byte[] buffer = new byte[FIRST_BYTES];
  private int filled;
  private boolean committed;

  private final OutputStream stream =
      new OutputStream() {
        @Override
        public void write(int value) {
          write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
          add(bytes, offset, length);
        }
      };

  S3Upload(S3Client client, String bucket, String key, String contentType) {
    this.client = client;
    this.bucket = bucket;
    this.key = key;
    this.contentType = contentType;
  }

  @Override
  public OutputStream stream() {
    return stream;
  }

  @Override
  public void commit() {
    try {
      if (uploadId == null) {
        client.putObject(
            request -> request.bucket(bucket).key(key).contentType(contentType), body());
      } else {
        if (filled > 0) {
          sendPart(uploadId);
        }
        client.completeMultipartUpload(
            request ->
                request
                    .bucket(bucket)
                    .key(key)
                    .uploadId(uploadId)
                    .multipartUpload(upload -> upload.parts(parts)));
      }
    } catch (SdkException e) {
      throw failed(e);
    }
    committed = true;
  }

  @Override
  public void close() {
    if (uploadId != null && !committed) {
      try {
        client.abortMultipartUpload(request -> request.bucket(bucket).key(key).uploadId(uploadId));
      } catch (SdkException e) {
        throw failed(e);
      }
    }
  }

  private void add(byte[] bytes, int offset, int length) {
    int from = offset;
    int left = length;
    while (left > 0) {
      if (filled == PART_BYTES) {
        sendPart(begun());
      }
      if (filled == buffer.length) {
        buffer = Arrays.copyOf(buffer, Math.min(PART_BYTES, buffer.length * 4));
      }
      int count = Math.min(left, buffer.length - filled);
      System.arraycopy(bytes, from, buffer, filled, count);
      filled += count;
      from += count;
      left -= count;
    }
  }

  private String begun() {
    String id = uploadId;
    if (id == null) {
      try {
        id =
            client
                .createMultipartUpload(
                    request -> request.bucket(bucket).key(key).contentType(contentType))
                .uploadId();
      } catch (SdkException e) {
        throw failed(e);
      }
      uploadId = id;
    }
    return id;
  }

  private void sendPart(String id) {
    int number = parts.size() + 1;
    try {
      String tag =
          client
              .uploadPart(
                  request -> request.bucket(bucket).key(key).uploadId(id).partNumber(number),
                  body())
              .eTag();
      parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
    } catch (SdkException e) {
      throw failed(e);
    }
    filled = 0;
  }

  /** Reads the buffer in place, again for each retry; {@code fromBytes} would copy it. */
  private RequestBody body() {
    int length = filled;
    return RequestBody.fromContentProvider(
        () -> new ByteArrayInputStream(buffer, 0, length), length, contentType);
  }

  private SvodkaException failed(SdkException cause) {
    return new SvodkaException(
        ErrorCode.STORE_UNAVAILABLE,
        "The bucket %s does not answer as it should: %s".formatted(bucket, cause.getMessage()),
        cause);
  }
}
