package dev.svodka.local.stack;

import static dev.svodka.local.stack.SamTemplate.list;
import static dev.svodka.local.stack.SamTemplate.map;
import static dev.svodka.local.stack.SamTemplate.text;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** State machines lead somewhere, and may do what they do. {@code .ci/run} checks their schema. */
class StateMachinesTest {
  private static final SamTemplate TEMPLATE = SamTemplate.read();

  static Stream<String> machines() {
    return TEMPLATE.resources("AWS::Serverless::StateMachine").keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("machines")
  void everyStateIsReachedAndEveryNextIsThere(String id) {
    eachMachine(definition(id), StateMachinesTest::leadsSomewhere);
  }

  private static void leadsSomewhere(Map<String, Object> machine) {
    Map<String, Object> states = map(machine.get("States"));
    Set<String> reached = new HashSet<>(Set.of(text(machine, "StartAt")));
    states
        .values()
        .forEach(
            state -> {
              next(map(state), reached);
              list(map(state).get("Choices")).forEach(choice -> next(map(choice), reached));
              list(map(state).get("Catch")).forEach(caught -> next(map(caught), reached));
            });
    assertThat(reached).isEqualTo(states.keySet());
  }

  private static void next(Map<String, Object> state, Set<String> reached) {
    Stream.of("Next", "Default")
        .filter(state::containsKey)
        .forEach(key -> reached.add(text(state, key)));
  }

  @ParameterizedTest
  @MethodSource("machines")
  void everythingThatIsPutInIsUsed(String id) {
    TreeSet<String> used =
        Pattern.compile("\\$\\{(\\w+)}")
            .matcher(SamTemplate.file(path(id)))
            .results()
            .map(found -> found.group(1))
            .collect(toCollection(TreeSet::new));

    assertThat(map(machine(id).get("DefinitionSubstitutions")).keySet()).isEqualTo(used);
  }

  @ParameterizedTest
  @MethodSource("machines")
  void everyCallOfAwsIsAllowedAndNothingElseIs(String id) {
    TreeSet<String> needed = new TreeSet<>(AwsActions.WITHOUT_RESOURCE);
    eachMachine(
        definition(id),
        machine -> {
          if ("DISTRIBUTED".equals(map(machine.get("ProcessorConfig")).get("Mode"))) {
            needed.addAll(AwsActions.ofDistributedMap());
          }
          for (Object state : map(machine.get("States")).values()) {
            resources(map(state)).map(AwsActions::ofIntegration).forEach(needed::add);
          }
        });

    assertThat(SamTemplate.actions(TEMPLATE.statements(machine(id)))).isEqualTo(needed);
  }

  private static Stream<String> resources(Map<String, Object> state) {
    return Stream.of(state, map(state.get("ItemReader")), map(state.get("ResultWriter")))
        .filter(part -> part.containsKey("Resource"))
        .map(part -> text(part, "Resource"));
  }

  /** The machine itself and those inside its maps. */
  private static void eachMachine(
      Map<String, Object> machine, Consumer<Map<String, Object>> consumer) {
    consumer.accept(machine);
    map(machine.get("States")).values().stream()
        .map(SamTemplate::map)
        .filter(state -> state.containsKey("ItemProcessor"))
        .forEach(state -> eachMachine(map(state.get("ItemProcessor")), consumer));
  }

  private static Map<String, Object> machine(String id) {
    return map(TEMPLATE.resources("AWS::Serverless::StateMachine").get(id));
  }

  private static String path(String id) {
    return text(machine(id), "DefinitionUri");
  }

  private static Map<String, Object> definition(String id) {
    return SamTemplate.yaml(path(id));
  }
}
