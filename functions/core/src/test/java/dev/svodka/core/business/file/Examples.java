package dev.svodka.core.business.file;

import dev.svodka.core.business.Business;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Business files for tests. */
final class Examples {
  /** The smallest file that is right, without its end: lines may follow. */
  static final String SMALL =
      """
      account: romashka
      time-zone: Europe/Moscow
      currency: RUB
      processes:
        sales:
          items: {type: deal}
          milestones:
            created: {created: true}
            won: {stage: [Won]}
            lost: {stage: [Lost]}
      """;

  private Examples() {}

  /** The example of the contract's section 2, to the letter. */
  static Path contract() {
    return resource("contract/business.yaml");
  }

  static Path resource(String name) {
    URL url = Objects.requireNonNull(Examples.class.getResource(name), name);
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Business valid(String yaml) {
    return BusinessFile.business(parse(yaml), "business.yaml");
  }

  /** The problems as a user sees them. */
  static List<String> problems(String yaml) {
    return switch (parse(yaml)) {
      case BusinessFile.Parsed.Valid _ -> List.of();
      case BusinessFile.Parsed.Invalid(List<Problem> problems) ->
          problems.stream().map(problem -> problem.in("b.yaml")).toList();
    };
  }

  private static BusinessFile.Parsed parse(String yaml) {
    return BusinessFile.parse(yaml.getBytes(StandardCharsets.UTF_8), resource("contract"));
  }
}
