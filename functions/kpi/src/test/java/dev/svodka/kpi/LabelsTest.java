package dev.svodka.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelsTest {
  @TempDir private Path folder;

  @Test
  void textsOfFiguresAreKnownAndOthersAreLookedUp() {
    try (Database database = Database.open(folder, 1L << 28, 1)) {
      database.execute(
          "create table texts as select * from (values (3, 'won'), (4, 'ann'), (5, 'late'))"
              + " t(text_id, text)");
      database.execute("create table totals as select 3 as subject, 4 as grp, 4 as currency");
      database.execute("create table time_totals as select 3 as subject, 4 as grp");
      Labels labels = new Labels(database);
      database.execute("delete from texts where text_id < 5");
      assertThat(label(database, labels, "3")).contains("won");
      assertThat(label(database, labels, "4")).contains("ann");
      assertThat(label(database, labels, "5")).contains("late");
      assertThat(label(database, labels, "cast(null as int)")).isEmpty();
      assertThatThrownBy(() -> label(database, labels, "9"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("of no text of the table «texts»: 9");
    }
  }

  private static Optional<String> label(Database database, Labels labels, String id) {
    List<Optional<String>> found =
        database.query("a label", "select " + id + " as subject", row -> labels.of(row, "subject"));
    return found.getFirst();
  }
}
