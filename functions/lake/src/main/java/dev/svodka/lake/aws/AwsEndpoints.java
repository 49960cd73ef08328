package dev.svodka.lake.aws;

import java.net.URI;

/** Servers that stand in for AWS, and the key that they take. */
public record AwsEndpoints(
    URI dynamoDb, URI s3, String region, String accessKey, String secretKey) {
  @Override
  public String toString() {
    return "AwsEndpoints[" + dynamoDb + ", " + s3 + ", " + region + ']';
  }
}
