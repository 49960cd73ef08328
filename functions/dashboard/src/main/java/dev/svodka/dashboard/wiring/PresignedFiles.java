package dev.svodka.dashboard.wiring;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.dashboard.FileType;
import dev.svodka.dashboard.LargeFiles;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.GetObjectPresignRequest;

/** Presigned addresses, made at the click: they die with the function's credentials anyway. */
final class PresignedFiles implements LargeFiles {
  private static final Duration GOOD_FOR = Duration.ofMinutes(1);

  private final S3Presigner presigner;
  private final String bucket;

  PresignedFiles(S3Presigner presigner, String bucket) {
    this.presigner = presigner;
    this.bucket = bucket;
  }

  @Override
  public URI at(String key, FileType type) {
    GetObjectRequest.Builder object =
        GetObjectRequest.builder()
            .bucket(bucket)
            .key(key)
            .responseContentType(type.contentType())
            .responseCacheControl("private, no-store");
    if (type.download()) {
      object.responseContentDisposition(
          "attachment; filename=\"" + key.substring(key.lastIndexOf('/') + 1) + '"');
    }
    try {
      return URI.create(
          presigner
              .presignGetObject(
                  GetObjectPresignRequest.builder()
                      .signatureDuration(GOOD_FOR)
                      .getObjectRequest(object.build())
                      .build())
              .url()
              .toString());
    } catch (SdkException e) {
      throw new SvodkaException(
          ErrorCode.STORE_UNAVAILABLE, "No address could be signed: " + e.getMessage(), e);
    }
  }
}
