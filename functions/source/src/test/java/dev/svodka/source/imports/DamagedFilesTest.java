package dev.svodka.source.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.business.Business;
import dev.svodka.core.error.ErrorCategory;
import dev.svodka.core.error.SvodkaException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that were damaged at random give rejects or one error of the client's, nothing else. */
class DamagedFilesTest {
  private static final int ROUNDS = 300;

  @TempDir Path folder;

  @Test
  void bankStatements() throws IOException {
    Business business = Statements.bank();
    byte[] made =
        Statements.statement("26112.00", Statements.document(), Statements.document("Номер=2"))
            .getBytes(StandardCharsets.UTF_8);
    damaged(business, "a.txt", made);
    damaged(
        business,
        "a.txt",
        Files.readAllBytes(Statements.sample("kl_to_1c_vtb_anonymised.cp1251.txt")));
    damaged(
        business,
        "a.txt",
        Files.readAllBytes(
            Statements.sample("xini1_sample1_synthetic_UTF8_though_header_says_Windows.txt")));
  }

  @Test
  void documentsOfOneC() throws IOException {
    String xml =
        "<КоммерческаяИнформация ДатаФормирования=\"2024-02-01\"><Документ><Ид>1</Ид>"
            + "<Номер>1</Номер><Дата>2024-01-09</Дата><ХозОперация>Заказ товара</ХозОперация>"
            + "<Сумма>10.00</Сумма><Контрагенты><Контрагент><ИНН>7701000001</ИНН></Контрагент>"
            + "</Контрагенты></Документ></КоммерческаяИнформация>";
    damaged(
        Statements.business("  - files: \"*.xml\"\n"),
        "a.xml",
        xml.getBytes(StandardCharsets.UTF_8));
  }

  private void damaged(Business business, String name, byte[] whole) {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Path file = Imports.file(folder, name, damage(whole, new Random(seed)));
      try {
        Imports.Result result = Imports.read(business, file);
        assertThat(result.rejects()).hasSize((int) result.counts().rejected());
      } catch (SvodkaException e) {
        assertThat(e.category()).as("seed %d", seed).isEqualTo(ErrorCategory.CLIENT_DATA);
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
  }

  /** Some bytes changed, dropped, told twice, or the end cut off. */
  private static byte[] damage(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    for (int i = random.nextInt(12); i >= 0; i--) {
      int at = random.nextInt(bytes.length);
      int to = Math.min(bytes.length, at + 1 + random.nextInt(60));
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = "=\n\r;<>&\"0".getBytes(StandardCharsets.UTF_8)[random.nextInt(9)];
        case 2 ->
            bytes = joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, to, bytes.length));
        case 3 ->
            bytes = joined(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, at, bytes.length));
        default -> bytes = random.nextInt(8) == 0 ? Arrays.copyOf(bytes, Math.max(at, 1)) : bytes;
      }
      if (bytes.length == 0) {
        return bytes;
      }
    }
    return bytes;
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}
