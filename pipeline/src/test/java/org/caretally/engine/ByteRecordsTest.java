package org.caretally.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.caretally.problem.Code;
import org.caretally.problem.ProblemException;
import org.caretally.study.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Our reader of bytes against Commons CSV, on files made at random, cut into any number of runs.
 */
class ByteRecordsTest {
  private static final long SEED = 11L;
  private static final String[] PIECES = {
    "a",
    "bc",
    "\"quoted\"",
    "\"with, comma\"",
    "\"two\nlines\"",
    "\"say \"\"hi\"\"\"",
    "",
    "12.5",
    "\"\"",
    "Zoë",
    "\"end\"\"\"",
    "long text without anything special in it"
  };

  @TempDir Path folder;

  private SourceFile source(String text, int fields) throws IOException {
    Path file = folder.resolve("data.csv");
    Files.writeString(file, text);
    return new SourceFile(file.toString(), "data.csv", "UTF-8", ',', fields, fields, 0, 1);
  }

  private static List<List<String>> read(SourceFile source, int parts) throws IOException {
    int[] slotOf = new int[source.fields()];
    for (int i = 0; i < slotOf.length; i++) {
      slotOf[i] = i;
    }
    List<List<String>> rows = new ArrayList<>();
    for (Split split : SplitScanner.scan(source, 0, parts)) {
      try (ByteRecords records = new ByteRecords(source, split, slotOf, slotOf.length)) {
        while (records.next()) {
          List<String> row = new ArrayList<>();
          for (int i = 0; i < records.fields(); i++) {
            row.add(records.text(i));
          }
          row.add("line " + records.line());
          rows.add(row);
        }
      }
    }
    return rows;
  }

  @Test
  void agreesWithCommonsCsvHoweverTheFileIsCut() throws IOException {
    Random random = new Random(SEED);
    for (int run = 0; run < 60; run++) {
      String end = random.nextBoolean() ? "\n" : "\r\n";
      StringBuilder text = new StringBuilder();
      int rows = 1 + random.nextInt(400);
      for (int r = 0; r < rows; r++) {
        for (int f = 0; f < 4; f++) {
          text.append(f > 0 ? "," : "").append(PIECES[random.nextInt(PIECES.length)]);
        }
        text.append(r + 1 < rows || random.nextBoolean() ? end : "");
      }
      List<List<String>> expected = byCommons(text.toString());
      SourceFile source = source(text.toString(), 4);
      for (int parts : new int[] {1, 2, 5, 8, 100}) {
        assertEquals(expected, read(source, parts), "seed " + SEED + " run " + run);
      }
    }
  }

  private static List<List<String>> byCommons(String text) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    CSVFormat format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      long line = 1;
      for (CSVRecord record : parser) {
        List<String> row = new ArrayList<>();
        record.forEach(cell -> row.add(cell.strip()));
        row.add("line " + line);
        line = parser.getCurrentLineNumber() + 1;
        rows.add(row);
      }
    }
    return rows;
  }

  @Test
  void recordsLongerThanTheBuffer() throws IOException {
    String big = "x".repeat(900_000);
    SourceFile source = source("a," + big + "\n\"" + big + "\",b\n\n", 2);
    List<List<String>> rows = read(source, 3);
    assertEquals(List.of("a", big, "line 1"), rows.get(0));
    assertEquals(List.of(big, "b", "line 2"), rows.get(1));
    assertEquals(2, rows.size());
  }

  @Test
  void anUnclosedQuoteIsNamedWithItsLine() throws IOException {
    SourceFile source = source("a,b\nc,\"d\ne,f\n", 2);
    ProblemException thrown =
        assertThrows(ProblemException.class, () -> SplitScanner.scan(source, 0, 2));
    assertEquals(Code.UNCLOSED_QUOTE, thrown.problems().get(0).code());
    assertEquals(2, thrown.problems().get(0).where().line());
  }

  @Test
  void textBehindAQuoteIsMalformed() throws IOException {
    SourceFile source = source("\"a\"b,c\n", 2);
    Split split = SplitScanner.scan(source, 0, 1).get(0);
    try (ByteRecords records = new ByteRecords(source, split, new int[] {0, 1}, 2)) {
      assertTrue(records.next());
      assertTrue(records.malformed());
    }
  }

  @Test
  void bytesOfOtherEncodingsDoNotStopTheReader() throws IOException {
    Path file = folder.resolve("latin.csv");
    Files.write(file, "a,M\u00fcller\n".getBytes(StandardCharsets.ISO_8859_1));
    SourceFile source = new SourceFile(file.toString(), "latin.csv", "UTF-8", ',', 2, 2, 0, 1);
    assertEquals(1, read(source, 1).size());
  }
}
