package dev.svodka.local.aws;

import dev.svodka.lake.aws.AwsClients;
import dev.svodka.lake.aws.AwsEndpoints;
import dev.svodka.lake.objects.ObjectStore;
import dev.svodka.lake.objects.ObjectStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestAws.class)
class S3ObjectStoreIT extends ObjectStoreContract {
  private final AwsClients clients;

  S3ObjectStoreIT(AwsEndpoints aws) {
    clients = AwsClients.of(aws);
  }

  @AfterEach
  void closeClients() {
    clients.close();
  }

  @Override
  protected ObjectStore store() {
    return LakeClients.newBucket(clients);
  }
}
