package org.caretally.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every problem has a page and every page a problem. */
class CodePagesTest {
  private static final Path PAGES =
      Path.of(System.getProperty("caretally.root"), "pipeline", "docs", "errors");

  @Test
  void pagesAndCodesCorrespond() throws IOException {
    Set<String> codes =
        Arrays.stream(Code.values())
            .map(c -> c.id() + ".md")
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Code.values().length, codes.size());
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertEquals(
          codes,
          pages
              .map(p -> p.getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  @ParameterizedTest
  @EnumSource(Code.class)
  void eachPageSaysWhatAnExampleAndAFix(Code code) throws IOException {
    String page = Files.readString(PAGES.resolve(code.id() + ".md"));
    assertTrue(page.startsWith("# " + code.id() + ": "), page);
    assertTrue(page.contains("## What it means\n\n"), page);
    assertTrue(page.contains("## Example\n\n```text\n" + code.id() + " "), page);
    assertTrue(page.contains("\n     fix: "), page);
    assertTrue(page.contains("## How to fix it\n\n"), page);
  }
}
