package dev.svodka.local.aws;

import dev.svodka.lake.aws.AwsClients;
import dev.svodka.lake.objects.S3ObjectStore;
import java.util.UUID;

/** The lake's clients on the AWS of the tests. */
final class LakeClients {
  private LakeClients() {}

  static S3ObjectStore newBucket(AwsClients clients) {
    S3ObjectStore store = new S3ObjectStore(clients.s3(), "lake-" + UUID.randomUUID());
    store.createBucket();
    return store;
  }
}
