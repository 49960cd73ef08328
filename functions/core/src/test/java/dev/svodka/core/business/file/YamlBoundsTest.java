package dev.svodka.core.business.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** How large a file may be, and what is said of one that is larger. */
class YamlBoundsTest {
  @Test
  void aFileMayBeOneMebibyte() {
    String start = "a: b #";
    String largest = start + "x".repeat(YamlTree.MAX_BYTES - start.length());
    assertThat(refusal(largest)).isEmpty();
    assertThat(refusal(largest + "x")).contains("the file is larger than 1 MiB");
  }

  @Test
  void listsMayBeNested32Levels() {
    int most = YamlTree.MAX_DEPTH;
    assertThat(refusal("[".repeat(most) + "]".repeat(most))).isEmpty();
    assertThat(refusal("[".repeat(most + 1) + "]".repeat(most + 1)))
        .contains("it is nested deeper than 32 levels");
    assertThat(refusal("- [[a]]\n".repeat(100))).as("many side by side").isEmpty();
  }

  @Test
  void aFileMayHave100000Values() {
    // The list itself is one.
    assertThat(refusal(list(YamlTree.MAX_NODES - 1))).isEmpty();
    assertThat(refusal(list(YamlTree.MAX_NODES))).contains("its aliases make it too large");
    String pairs = "{" + String.join(", ", Collections.nCopies(3, "? *l : *l")) + "}";
    assertThat(refusal("- &l " + list(10_000) + "\n- " + pairs + "\n")).isEmpty();
    String more = "{" + String.join(", ", Collections.nCopies(5, "? *l : *l")) + "}";
    assertThat(refusal("- &l " + list(10_000) + "\n- " + more + "\n"))
        .contains("its aliases make it too large");
  }

  @Test
  void bytesThatAreNoTextAreToldOf() {
    Problems problems = new Problems();
    assertThat(YamlTree.read(new byte[] {'a', (byte) 0xFF}, problems)).isEmpty();
    assertThat(problems.sorted())
        .singleElement()
        .satisfies(problem -> assertThat(problem.in("b")).startsWith("b: the file is not UTF-8;"));
    assertThat(refusal("")).contains("the file is empty");
    assertThat(refusal("a: \u0001")).contains("this is not YAML");
  }

  /** What is said of the file; empty where it was read. */
  private static String refusal(String text) {
    Problems problems = new Problems();
    boolean read = YamlTree.read(text.getBytes(StandardCharsets.UTF_8), problems).isPresent();
    assertThat(read).isEqualTo(problems.none());
    return problems.none() ? "" : problems.sorted().getFirst().in("b");
  }

  private static String list(int elements) {
    return "[" + String.join(",", Collections.nCopies(elements, "a")) + "]";
  }
}
