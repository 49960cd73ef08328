package dev.svodka.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagedFolderTest {
  @TempDir private Path parent;

  @Test
  void whatIsNotMovedLeavesNoTrace() throws IOException {
    try (StagedFolder staged = StagedFolder.inside(parent)) {
      Files.createDirectories(staged.path().resolve("a/b"));
      Files.writeString(staged.path().resolve("a/b/half.html"), "half");
    }
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void aMovedFolderReplacesFilesOfTheSameNameAndKeepsTheOthers() throws IOException {
    Path target = Files.createDirectories(parent.resolve("romashka"));
    Files.writeString(target.resolve("kpis.json"), "old");
    Files.writeString(target.resolve("mine.txt"), "mine");
    try (StagedFolder staged = StagedFolder.inside(parent)) {
      Path made = Files.createDirectories(staged.path().resolve("romashka/weekly"));
      Files.writeString(made.resolve("flow.svg"), "<svg/>");
      Files.writeString(staged.path().resolve("romashka/kpis.json"), "new");
      staged.moveTo(staged.path().resolve("romashka"), target);
    }
    assertThat(target.resolve("kpis.json")).hasContent("new");
    assertThat(target.resolve("mine.txt")).hasContent("mine");
    assertThat(target.resolve("weekly/flow.svg")).hasContent("<svg/>");
    assertThat(parent).isDirectoryContaining(path -> path.endsWith("romashka"));
    try (java.util.stream.Stream<Path> left = Files.list(parent)) {
      assertThat(left).containsExactly(target);
    }
  }
}
