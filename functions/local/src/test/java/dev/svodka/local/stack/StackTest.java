package dev.svodka.local.stack;

import static dev.svodka.local.stack.SamTemplate.list;
import static dev.svodka.local.stack.SamTemplate.map;
import static dev.svodka.local.stack.SamTemplate.text;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The template and the code say the same. */
class StackTest {
  private static final SamTemplate TEMPLATE = SamTemplate.read();
  private static final Map<String, ReachableCode> CODE = new HashMap<>();

  /** Read by the JVM and by libraries, not by us. */
  private static final Set<String> OTHERS_VARIABLES = Set.of("JAVA_TOOL_OPTIONS", "HOME");

  /** What Lambda does in the function's name. */
  private static final Set<String> LOG = Set.of("logs:CreateLogStream", "logs:PutLogEvents");

  private static final Set<String> TAKING_MESSAGES =
      Set.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");

  private static final Pattern OWN_VARIABLE = Pattern.compile("SVODKA_[A-Z_]+");

  private static final Map<String, Type> INPUTS =
      Map.of("HttpApi", APIGatewayV2HTTPEvent.class, "SQS", SQSEvent.class);

  static Stream<String> functions() {
    return TEMPLATE.functions().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void theCodeIsWhatTheBuildMakes(String id) {
    String path = text(function(id), "CodeUri");
    Matcher zip = Pattern.compile("functions/(\\w+)/target/(\\w+)\\.zip").matcher(path);

    assertThat(zip.matches()).as(path).isTrue();
    assertThat(zip.group(2)).isEqualTo(zip.group(1));
    assertThat(SamTemplate.file("functions/%s/pom.xml".formatted(zip.group(1))))
        .contains("<lambda.name>%s</lambda.name>".formatted(zip.group(1)));
    assertThat(SamTemplate.file("pom.xml"))
        .contains("<module>functions/%s</module>".formatted(zip.group(1)));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void theHandlerTakesWhatItsEventSourceSends(String id) throws ReflectiveOperationException {
    Class<?> handler = Class.forName(handler(id));

    assertThat(handler.getConstructor()).isNotNull();
    Type input =
        Arrays.stream(handler.getGenericInterfaces())
            .map(ParameterizedType.class::cast)
            .filter(type -> type.getRawType() == RequestHandler.class)
            .findFirst()
            .orElseThrow()
            .getActualTypeArguments()[0];

    Map<String, Object> events = map(function(id).get("Events"));
    List<Object> kinds = events.values().stream().map(event -> map(event).get("Type")).toList();
    if (events.isEmpty() || kinds.equals(List.of("ScheduleV2"))) {
      assertThat(((ParameterizedType) input).getRawType()).isEqualTo(Map.class);
      assertThat(events.values())
          .allMatch(event -> "{}".equals(map(map(event).get("Properties")).get("Input")));
    } else {
      assertThat(kinds).allMatch(kind -> input.equals(INPUTS.get(kind)));
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyVariableThatIsReadIsSetAndEveryOneThatIsSetIsRead(String id) {
    TreeSet<String> read =
        code(id).texts().stream()
            .filter(text -> OWN_VARIABLE.matcher(text).matches())
            .collect(toCollection(TreeSet::new));

    TreeSet<String> set = new TreeSet<>(SamTemplate.variables(function(id)).keySet());
    set.removeAll(OTHERS_VARIABLES);

    assertThat(set).isEqualTo(read);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyCallOfAwsIsAllowedAndNothingElseIs(String id) {
    Set<String> needed = AwsActions.of(code(id));
    needed.addAll(LOG);
    if (needed.contains("s3:GetObject")) {
      needed.add("s3:ListBucket"); // without, S3 calls a missing object forbidden
    }
    if (needed.contains("s3:ListBucketVersions")) {
      needed.add("s3:DeleteObjectVersion"); // the same call with a version in it
    }
    if (map(function(id).get("Events")).values().stream()
        .anyMatch(event -> "SQS".equals(map(event).get("Type")))) {
      needed.addAll(TAKING_MESSAGES);
    }

    assertThat(SamTemplate.actions(TEMPLATE.statements(function(id)))).isEqualTo(needed);
  }

  @Test
  void everyFunctionOfTheBuildIsDeployed() {
    assertThat(
            Stream.of(SamTemplate.path("functions").toFile().listFiles())
                .map(folder -> folder.toPath().resolve("pom.xml"))
                .filter(pom -> pom.toFile().exists())
                .map(pom -> SamTemplate.file(pom.toString()))
                .map(pom -> Pattern.compile("<lambda.name>(\\w+)<").matcher(pom))
                .filter(Matcher::find)
                .map(name -> "functions/%1$s/target/%1$s.zip".formatted(name.group(1))))
        .isNotEmpty()
        .isSubsetOf(
            TEMPLATE.functions().values().stream()
                .map(function -> text(function, "CodeUri"))
                .toList());
  }

  @Test
  void theFlagsOfTheJvmAreThoseOfTheBuild() {
    Matcher flags =
        Pattern.compile("<jvm.flags>([^<]+)</jvm.flags>").matcher(SamTemplate.file("pom.xml"));
    assertThat(flags.find()).isTrue();

    assertThat(TEMPLATE.functions().values().stream().map(SamTemplate::variables))
        .filteredOn(variables -> variables.getOrDefault("JAVA_TOOL_OPTIONS", "").contains("arrow"))
        .hasSize(3)
        .allMatch(
            variables -> variables.getOrDefault("JAVA_TOOL_OPTIONS", "").contains(flags.group(1)));
  }

  @Test
  void theVersionIsThatOfTheBuild() {
    assertThat(SamTemplate.variables(function("ReportFunction")).get("SVODKA_VERSION"))
        .isEqualTo(
            SamTemplate.file("pom.xml")
                .replaceFirst(
                    "(?s).*?<artifactId>svodka</artifactId>\\s*<version>([^<]+)<.*", "$1"));
  }

  @Test
  void everyStatementSaysWhatItIsForAndNamesItsResource() {
    assertThat(TEMPLATE.text().lines().filter(line -> line.contains("- Effect:")))
        .isNotEmpty()
        .allMatch(line -> line.matches(" *- Effect: (Allow|Deny) # .+"));

    Stream.of("AWS::Serverless::Function", "AWS::Serverless::StateMachine")
        .flatMap(type -> TEMPLATE.resources(type).values().stream())
        .flatMap(properties -> TEMPLATE.statements(properties).stream())
        .filter(statement -> list(statement.get("Resource")).contains("*"))
        .forEach(
            statement ->
                assertThat(SamTemplate.actions(List.of(statement)))
                    .allMatch(action -> AwsActions.WITHOUT_RESOURCE.contains(action)));
  }

  @Test
  void everyParameterIsTypedDescribedAndBounded() {
    assertThat(TEMPLATE.section("Parameters"))
        .isNotEmpty()
        .allSatisfy(
            (name, parameter) -> {
              assertThat(parameter).containsKeys("Type", "Description", "Default");
              assertThat(
                      parameter.containsKey("AllowedValues")
                          || parameter.containsKey("MaxLength")
                          || parameter.keySet().containsAll(List.of("MinValue", "MaxValue")))
                  .isTrue();
            });
  }

  @Test
  void everyAlarmHasItsRunbook() {
    String runbooks = SamTemplate.file("infra/README.md");

    assertThat(TEMPLATE.resources("AWS::CloudWatch::Alarm"))
        .isNotEmpty()
        .allSatisfy(
            (id, alarm) -> {
              assertThat(text(alarm, "AlarmDescription"))
                  .endsWith("Runbook, infra/README.md, " + id);
              assertThat(runbooks).contains("\n### " + id + "\n");
              assertThat(text(alarm, "AlarmActions")).contains("AlarmTopic");
            });
    assertThat(
            Pattern.compile("(?m)^### (\\w+Alarm)$")
                .matcher(runbooks)
                .results()
                .map(heading -> heading.group(1)))
        .containsExactlyInAnyOrderElementsOf(TEMPLATE.resources("AWS::CloudWatch::Alarm").keySet());
  }

  private static Map<String, Object> function(String id) {
    return map(TEMPLATE.functions().get(id));
  }

  private static ReachableCode code(String id) {
    return CODE.computeIfAbsent(handler(id), ReachableCode::from);
  }

  private static String handler(String id) {
    return text(function(id), "Handler");
  }
}
