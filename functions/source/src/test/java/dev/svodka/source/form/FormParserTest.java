package dev.svodka.source.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormParserTest {

  @Test
  void encodedAndRawBracketsAreTheSame() {
    assertThat(flat("leads%5Bstatus%5D%5b0%5D%5Bid%5D=7"))
        .isEqualTo(flat("leads[status][0][id]=7"))
        .containsExactly(Map.entry("leads/status/0/id", "7"));
  }

  @Test
  void valuesAreDecodedAfterTheBodyIsCut() {
    assertThat(flat("a=x%26b%3D1%2B2&c=d=e&f=%D0%A1%D1%87%D0%B5%D1%82+1"))
        .containsExactly(
            Map.entry("a", "x&b=1+2"), Map.entry("c", "d=e"), Map.entry("f", "Счет 1"));
  }

  @Test
  void aScalarAndASubtreeOnOnePathBothSurvive() {
    assertThat(flat("note[type]=3&note[type][uuid]=u"))
        .isEqualTo(flat("note[type][uuid]=u&note[type]=3"))
        .containsExactly(Map.entry("note/type", "3"), Map.entry("note/type/uuid", "u"));
  }

  @Test
  void emptyBracketsTakeTheNextIndex() {
    assertThat(flat("a[]=x&a[]=y&a[7]=z&a[]=w&a[name]=n&a[][b]=v"))
        .isEqualTo(
            Map.of("a/0", "x", "a/1", "y", "a/7", "z", "a/8", "w", "a/name", "n", "a/9/b", "v"));
  }

  @Test
  void sparseAndNamedIndexesStayAsTheyAre() {
    assertThat(flat("c[6][id]=1&c[2][id]=2&linked[9982719][ID]=9982719&n[99999999999999]=x&n[]=y"))
        .isEqualTo(
            Map.of(
                "c/6/id", "1",
                "c/2/id", "2",
                "linked/9982719/ID", "9982719",
                "n/99999999999999", "x",
                "n/0", "y"));
  }

  @Test
  void theLastOfARepeatedKeyCounts() {
    assertThat(flat("a[b]=1&a[b]=2&a[b]=")).containsExactly(Map.entry("a/b", ""));
  }

  @Test
  void emptyPiecesAreNothingAndABareKeyIsEmpty() {
    assertThat(flat("&&a&&b=&")).containsExactly(Map.entry("a", ""), Map.entry("b", ""));
    assertThat(flat("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"a=%zz,%zz", "a=100%,100%", "a=%4,%4", "a=%D0x,\uFFFDx", "a=%FF%41,\uFFFDA"})
  void whatCannotBeDecodedStandsForItselfOrIsReplaced(String body, String value) {
    assertThat(flat(body)).containsExactly(Map.entry("a", value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a[b=1", "a[b]c=1", "[a]=1", "a[b][=1", "a[b]]=1"})
  void bracketsThatDoNotPairAreRefused(String body) {
    assertThatThrownBy(() -> FormParser.parse(body.getBytes(UTF_8)))
        .isInstanceOf(SvodkaException.class)
        .hasMessageContaining("key 1")
        .hasFieldOrPropertyWithValue("code", ErrorCode.INPUT_INVALID);
  }

  @ParameterizedTest
  @CsvSource({
    "a=1&b=2&c=3&d=4,more than 3 keys",
    "a[b][c][d]=1,key 1 is deeper than 3 levels",
    "a=1&abcdefghijklmnopq=1,key 2 is longer than 16 bytes",
    "a=12345678901,the value of key 1 is longer than 10 bytes",
    "a=1&abcdefghijklmnopqrstuvwxyz=1234567890123,39 are allowed",
  })
  void eachLimitIsNamed(String body, String said) {
    FormLimits limits = new FormLimits(39, 3, 3, 16, 10);
    assertThatThrownBy(() -> FormParser.parse(body.getBytes(UTF_8), limits))
        .isInstanceOf(SvodkaException.class)
        .hasMessageContaining(said)
        .hasFieldOrPropertyWithValue("code", ErrorCode.INPUT_TOO_LARGE);
  }

  @Test
  void anyBytesGiveATreeOrARefusal() {
    long seed = 20261124;
    Random random = new Random(seed);
    String alphabet = "abz01[]%5B5D&&==+\u00e9";
    for (int round = 0; round < 20_000; round++) {
      byte[] body =
          random
              .ints(random.nextInt(40), 0, alphabet.length())
              .mapToObj(i -> alphabet.substring(i, i + 1))
              .collect(Collectors.joining())
              .getBytes(UTF_8);
      try {
        assertThat(FormParser.parse(body)).isNotNull();
      } catch (SvodkaException refusal) {
        assertThat(refusal.code())
            .as("seed %d round %d: %s", seed, round, refusal.getMessage())
            .isEqualTo(ErrorCode.INPUT_INVALID);
      }
    }
  }

  private static Map<String, String> flat(String body) {
    Map<String, String> found = new TreeMap<>();
    flatten("", FormParser.parse(body.getBytes(UTF_8)), found);
    return found;
  }

  private static void flatten(String path, FormNode node, Map<String, String> found) {
    node.value().ifPresent(value -> found.put(path, value));
    node.children()
        .forEach((key, child) -> flatten(path.isEmpty() ? key : path + "/" + key, child, found));
  }
}
