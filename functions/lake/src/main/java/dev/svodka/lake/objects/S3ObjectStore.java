package dev.svodka.lake.objects;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Objects in an S3 bucket; encryption is the bucket's own. */
public final class S3ObjectStore implements ObjectStore {
  private final S3Client client;
  private final String bucket;

  public S3ObjectStore(S3Client client, String bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  /** Makes the bucket outside a deployment; one that is there stays. */
  public void createBucket() {
    call(
        () -> {
          try {
            return client.createBucket(request -> request.bucket(bucket)).location();
          } catch (BucketAlreadyOwnedByYouException e) {
            return bucket;
          }
        });
  }

  @Override
  public Upload upload(String key, String contentType) {
    return new S3Upload(client, bucket, checked(key), contentType);
  }

  @Override
  public InputStream open(String key) {
    return call(() -> client.getObject(request -> request.bucket(bucket).key(checked(key))));
  }

  @Override
  public List<Entry> list(String prefix) {
    return call(
        () ->
            client
                .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix))
                .contents()
                .stream()
                .map(object -> new Entry(object.key(), object.size()))
                .toList());
  }

  @Override
  public boolean exists(String key) {
    try {
      client.headObject(request -> request.bucket(bucket).key(checked(key)));
      return true;
    } catch (NoSuchKeyException e) {
      return false;
    } catch (SdkException e) {
      throw unavailable(e);
    }
  }

  @Override
  public void delete(String key) {
    call(() -> client.deleteObject(request -> request.bucket(bucket).key(checked(key))));
  }

  @Override
  public void purge(String prefix) {
    call(
        () -> {
          List<DeleteMarkerEntry> markers = new ArrayList<>();
          for (ListObjectVersionsResponse page :
              client.listObjectVersionsPaginator(
                  request -> request.bucket(bucket).prefix(prefix))) {
            markers.addAll(page.deleteMarkers());
            page.versions().stream()
                .filter(version -> !Boolean.TRUE.equals(version.isLatest()))
                .forEach(version -> deleteVersion(version.key(), version.versionId()));
          }
          // last: without its marker the version before would be the object again
          markers.forEach(marker -> deleteVersion(marker.key(), marker.versionId()));
          return markers.size();
        });
  }

  private void deleteVersion(String key, String version) {
    client.deleteObject(request -> request.bucket(bucket).key(key).versionId(version));
  }

  private <T> T call(Supplier<T> action) {
    try {
      return action.get();
    } catch (NoSuchKeyException e) {
      throw new SvodkaException(
          ErrorCode.NOT_FOUND, "There is no such object in the bucket " + bucket, e);
    } catch (SdkException e) {
      throw unavailable(e);
    }
  }

  private SvodkaException unavailable(SdkException cause) {
    return new SvodkaException(
        ErrorCode.STORE_UNAVAILABLE,
        "The bucket %s does not answer as it should: %s".formatted(bucket, cause.getMessage()),
        cause);
  }

  private static String checked(String key) {
    for (String part : key.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..")) {
        throw new SvodkaException(
            ErrorCode.CALL_INVALID, "A key must be a relative path without '.' and '..': " + key);
      }
    }
    return key;
  }
}
