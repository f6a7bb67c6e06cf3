package org.caretally.intake.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caretally.intake.FileFormat;
import org.caretally.intake.Header;
import org.caretally.intake.HeaderReader;
import org.caretally.problem.Place;
import org.caretally.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample of a file's rows is bounded, spread, and nothing but rows. */
class SampleTest {
  @TempDir Path folder;

  private Sample sample(String text) throws IOException {
    Path file = folder.resolve("a.csv");
    Files.writeString(file, text);
    Header header =
        HeaderReader.read(
                file,
                "a.csv",
                FileFormat.plain(Optional.empty()),
                Place.in("a.csv"),
                new Problems())
            .orElseThrow();
    Sample sample = Sample.of(file, header);
    assertEquals(sample, Sample.of(file, header));
    return sample;
  }

  @Test
  void aSmallFileWhole() throws IOException {
    Sample sample = sample("a,b\n1,\"x\ny, z\"\n2,\n\n3,c\n4\n");
    assertEquals(List.of("1", "2", "3"), sample.column(0));
    assertEquals(List.of("x\ny, z", "", "c"), sample.column(1));
  }

  @Test
  void aLargeFileEverywhereAndNoHalfRows() throws IOException {
    int rows = 200_000;
    String cells = "\"a text, with\na line break and \"\"quotes\"\" of some length\"";
    String text =
        IntStream.range(0, rows)
            .mapToObj(i -> "N" + i + "," + cells + ",E" + i + "\n")
            .collect(Collectors.joining("", "a,b,c\n", ""));
    Sample sample = sample(text);
    assertTrue(sample.rows().size() > 500 && sample.rows().size() <= 1_200);
    for (List<String> row : sample.rows()) {
      assertEquals(row.get(0).substring(1), row.get(2).substring(1));
    }
    List<Integer> at = sample.column(0).stream().map(n -> Integer.valueOf(n.substring(1))).toList();
    assertEquals(0, at.get(0));
    assertTrue(at.get(at.size() - 1) > rows * 9 / 10);
    assertEquals(at.stream().sorted().distinct().toList(), at);
  }

  @Test
  void anUnclosedQuoteEndsTheSampleAndNotTheProgram() throws IOException {
    assertEquals(List.of("1", "3"), sample("a,b\n1,2\n3,\"4\n5,6\n").column(0));
  }
}
