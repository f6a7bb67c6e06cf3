package org.caretally.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.Problems;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Headers of every platform are read; what cannot be read has a code, a line and a fix. */
class HeaderReaderTest {
  private static final Place PLACE = new Place("study.yml", 4);
  private static final FileFormat PLAIN = FileFormat.plain(Optional.empty());

  @TempDir Path folder;
  private final Problems problems = new Problems();

  private Optional<Header> read(byte[] bytes, Optional<Character> delimiter) throws IOException {
    Path file = Files.write(folder.resolve("s.csv"), bytes);
    return HeaderReader.read(file, "s.csv", FileFormat.plain(delimiter), PLACE, problems);
  }

  private Optional<Header> read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8), Optional.empty());
  }

  static Stream<Arguments> good() {
    return Stream.of(
        Arguments.of("a,b\n1,2\n", ',', List.of("a", "b"), 4, 1, false),
        Arguments.of("\uFEFFa;b\r\n1;2\r\n", ';', List.of("a", "b"), 8, 1, false),
        Arguments.of("\uFEFF\"a\"\t\"b\"\n1\t2\n", '\t', List.of("a", "b"), 11, 1, true),
        Arguments.of(" a | b \n1|2\n", '|', List.of("a", "b"), 8, 1, false),
        Arguments.of("\n \na,b\n1,2", ',', List.of("a", "b"), 7, 3, false),
        Arguments.of("a\n1\n", ',', List.of("a"), 2, 1, false),
        Arguments.of("a,\"b\r\n  c\",d\r\n1,2,3\r\n", ',', List.of("a", "b c", "d"), 14, 2, true),
        Arguments.of(
            "a,\"say \"\"b, c\"\"\"\n1,2\n", ',', List.of("a", "say \"b, c\""), 17, 1, true),
        Arguments.of("\u00E9t\u00E9,b\n1,2\n", ',', List.of("\u00E9t\u00E9", "b"), 8, 1, false),
        Arguments.of("a,b,a\n1,2,3\n", ',', List.of("a (1)", "b", "a (2)"), 6, 1, false),
        Arguments.of("a,b,,\n1,2,,\n", ',', List.of("a", "b", "", ""), 6, 1, false),
        // Commas inside unquoted question texts do not outvote the semicolons of every row.
        Arguments.of(
            "How, when, why;b\n1;2\n3;4\n", ';', List.of("How, when, why", "b"), 17, 1, false),
        Arguments.of("a;b\n1,5;2,5\n", ';', List.of("a", "b"), 4, 1, false),
        Arguments.of("a,b\r1,2\r", ',', List.of("a", "b"), 4, 1, false));
  }

  @ParameterizedTest
  @MethodSource("good")
  void readsHeaders(
      String text, char delimiter, List<String> columns, long start, int lines, boolean quoted)
      throws IOException {
    Header header = read(text).orElseThrow();
    assertEquals(
        new Header("s.csv", delimiter, columns, start, lines, quoted).columns(), header.columns());
    assertEquals(start, header.dataStart());
    assertEquals(lines, header.headerLines());
    assertEquals(quoted, header.quotedHeader());
    assertEquals(delimiter, header.delimiter());
    assertEquals(List.of(), problems.all());
  }

  static Stream<Arguments> bad() {
    return Stream.of(
        Arguments.of(
            "", Code.FILE_EMPTY, 0, "export it again, with names of columns in its first line"),
        Arguments.of(
            "\uFEFF\n \n",
            Code.FILE_EMPTY,
            0,
            "export it again, with names of columns in its first line"),
        Arguments.of("a,b\n", Code.HEADER_ONLY, 1, "export it again, with the answers"),
        Arguments.of("a,\"b\nc\"", Code.HEADER_ONLY, 2, "export it again, with the answers"),
        Arguments.of("a,b\n\n \r\n", Code.HEADER_ONLY, 1, "export it again, with the answers"),
        Arguments.of(
            "\"a,b,c\"\n\"1,2,3\"\n",
            Code.WRONG_DELIMITER,
            1,
            "export the file again without quotation marks around whole lines"),
        Arguments.of(
            "a,\"b\n1,2\n",
            Code.UNCLOSED_QUOTE,
            1,
            "close it before the next \",\", and double quotation marks inside a name"),
        Arguments.of("PK\u0003\u0004xx", Code.NOT_UTF8, 1, "save it as \"CSV UTF-8\""));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void namesWhatIsWrong(String text, Code code, int line, String fix) throws IOException {
    read(text);
    assertEquals(1, problems.all().size(), () -> problems.all().toString());
    Problem problem = problems.all().get(0);
    assertEquals(code, problem.code());
    assertEquals(new Place("s.csv", line), problem.where());
    assertEquals(fix, problem.fix());
  }

  @Test
  void aDeclaredDelimiterThatIsWrongIsNamed() throws IOException {
    read("a;b\n1;2\n".getBytes(StandardCharsets.UTF_8), Optional.of(','));
    Problem problem = problems.all().get(0);
    assertEquals(Code.WRONG_DELIMITER, problem.code());
    assertEquals("files: [{path: \"s.csv\", delimiter: \";\"}]", problem.fix());
  }

  @Test
  void otherEncodingsAreNamedWithTheirLine() throws IOException {
    assertTrue(
        read("a,b\n1,caf\u00E9\n".getBytes(StandardCharsets.ISO_8859_1), Optional.empty())
            .isEmpty());
    Problem problem = problems.all().get(0);
    assertEquals(Code.NOT_UTF8, problem.code());
    assertEquals(2, problem.where().line());
    assertFalse(problem.text().contains("caf"));
  }

  @Test
  void utf16IsReadAndZippedFilesAreNamed() throws IOException {
    Header header =
        read("a,b\n1,2\n".getBytes(StandardCharsets.UTF_16), Optional.empty()).orElseThrow();
    assertEquals(StandardCharsets.UTF_16, header.charset());
    assertEquals(List.of("a", "b"), header.columns());
    assertEquals(4, header.dataStart());
    Problems others = new Problems();
    Path file = Files.write(folder.resolve("z.csv"), new byte[] {0x1F, (byte) 0x8B, 8});
    HeaderReader.read(file, "z.csv", PLAIN, PLACE, others);
    assertEquals("unpack it: gunzip \"z.csv\"", others.all().get(0).fix());
  }

  @Test
  void aMissingFileNamesTheClosest() throws IOException {
    Files.writeString(folder.resolve("survey_2026.csv"), "a\n1\n");
    Path wrong = folder.resolve("survey2026.csv");
    HeaderReader.read(wrong, "data/survey2026.csv", PLAIN, PLACE, problems);
    Problem problem = problems.all().get(0);
    assertEquals(Code.FILE_NOT_FOUND, problem.code());
    assertEquals(PLACE, problem.where());
    assertEquals("\"survey_2026.csv\"", problem.nearest());
    assertEquals("files: [\"data/survey_2026.csv\"]", problem.fix());
  }

  @Test
  void repeatedNamesAreNumberedAndNoneIsTheBareName() throws IOException {
    Header header = read("a,a,b,a (1)\n1,2,3,4\n").orElseThrow();
    assertEquals(List.of("a (2)", "a (3)", "b", "a (1)"), header.columns());
    assertEquals(List.of(0, 1), header.named("a"));
    assertEquals(List.of(3), header.named("a (1)"));
    assertEquals(List.of(), problems.all());
  }

  @Test
  void onlyTheBeginningOfAFileIsRead() throws IOException {
    byte[] bytes =
        ("a,b\n" + "1,2\n".repeat(300_000) + "\u00E9\n").getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(4, read(bytes, Optional.empty()).orElseThrow().dataStart());
    assertEquals(List.of(), problems.all());
  }

  @Test
  void aCharacterCutAtTheEndOfTheBeginningIsNoError() throws IOException {
    for (int shift = 0; shift < 3; shift++) {
      read("a,b" + "x".repeat(shift) + "\n" + "\u20AC".repeat(400_000) + "\n");
      assertEquals(List.of(), problems.all(), "shift " + shift);
    }
  }

  @Test
  void realExportsKeepTheirDataStart() throws IOException {
    Path data = Path.of(System.getProperty("caretally.root"), "..", "shared", "data").normalize();
    Assumptions.assumeTrue(Files.isDirectory(data), "the shared data sets are not here");
    List<Path> files;
    try (Stream<Path> all = Files.walk(data)) {
      files = all.filter(p -> p.toString().endsWith(".csv")).sorted().toList();
    }
    for (Path file : files) {
      Problems found = new Problems();
      Optional<Header> header =
          HeaderReader.read(file, file.getFileName().toString(), PLAIN, PLACE, found);
      String codes =
          found.all().stream().map(p -> p.code().id()).distinct().collect(Collectors.joining(" "));
      assertTrue(List.of("", "E204", "E207", "W201").contains(codes), file + " " + codes);
      if (header.isPresent()) {
        byte[] bytes = Files.readAllBytes(file);
        byte before = bytes[(int) header.get().dataStart() - 1];
        assertTrue(before == '\n' || before == '\r', file.toString());
      }
    }
  }
}
