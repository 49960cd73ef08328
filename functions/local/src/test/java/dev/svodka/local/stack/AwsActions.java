package dev.svodka.local.stack;

import dev.svodka.local.stack.ReachableCode.AwsCall;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What IAM calls the calls that our code makes. */
final class AwsActions {
  /** Those for which AWS knows no resource but all. */
  static final Set<String> WITHOUT_RESOURCE =
      Set.of(
          "logs:CreateLogDelivery",
          "logs:GetLogDelivery",
          "logs:UpdateLogDelivery",
          "logs:DeleteLogDelivery",
          "logs:ListLogDeliveries",
          "logs:PutResourcePolicy",
          "logs:DescribeResourcePolicies",
          "logs:DescribeLogGroups");

  /** Where the action is not called as the operation is. */
  private static final Map<String, String> RENAMED =
      Map.of(
          "s3:HeadObject", "s3:GetObject",
          "s3:ListObjectsV2", "s3:ListBucket",
          "s3:ListObjectVersions", "s3:ListBucketVersions",
          "s3:CreateMultipartUpload", "s3:PutObject",
          "s3:UploadPart", "s3:PutObject",
          "s3:CompleteMultipartUpload", "s3:PutObject",
          "sfn:DescribeMapRun", "states:DescribeMapRun",
          "sesv2:SendEmail", "ses:SendEmail");

  private static final Set<String> NO_OPERATIONS = Set.of("builder", "close", "create");

  /** The operation in a header of the AWS JSON protocol. */
  private static final Pattern TARGET = Pattern.compile("Amazon(SSM|SQS|SNS)\\.(\\w+)");

  private static final Pattern INTEGRATION =
      Pattern.compile("arn:\\$\\{Partition}:states:::(?:aws-sdk:)?(\\w+):(\\w+)");

  private AwsActions() {}

  static Set<String> of(ReachableCode code) {
    TreeSet<String> actions = new TreeSet<>();
    for (AwsCall call : code.awsCalls()) {
      if (!NO_OPERATIONS.contains(call.method())) {
        actions.add(action(call.service(), call.method().replaceAll("^presign|Paginator$", "")));
      }
    }
    for (String text : code.texts()) {
      Matcher target = TARGET.matcher(text);
      if (target.matches()) {
        actions.add(action(target.group(1).toLowerCase(Locale.ROOT), target.group(2)));
      }
    }
    return actions;
  }

  /** What a state of a state machine calls. */
  static String ofIntegration(String resource) {
    Matcher integration = INTEGRATION.matcher(resource);
    if (!integration.matches()) {
      throw new IllegalArgumentException(resource);
    }
    return resource.endsWith(":lambda:invoke")
        ? "lambda:InvokeFunction"
        : action(integration.group(1), integration.group(2));
  }

  /** What it takes to run a map of child executions, and to write down what became of them. */
  static List<String> ofDistributedMap() {
    return List.of(
        "states:StartExecution",
        "states:DescribeExecution",
        "states:StopExecution",
        "s3:GetObject",
        "s3:PutObject",
        "s3:ListMultipartUploadParts",
        "s3:AbortMultipartUpload");
  }

  private static String action(String service, String operation) {
    String action =
        service + ':' + operation.substring(0, 1).toUpperCase(Locale.ROOT) + operation.substring(1);
    return RENAMED.getOrDefault(action, action);
  }
}
