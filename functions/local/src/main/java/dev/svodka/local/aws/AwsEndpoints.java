package dev.svodka.local.aws;

import java.net.URI;
import java.util.Optional;

/**
 * Where an AWS is to be found, and what to sign requests with.
 *
 * @param sqs empty where the emulator has no queues
 */
public record AwsEndpoints(
    URI dynamoDb, URI s3, Optional<URI> sqs, String region, String accessKey, String secretKey) {}
