package org.caretally.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.Problems;

/**
 * Reads how many people there are in a workforce: a CSV file in UTF-8 whose first line names
 * variables and then {@code count}.
 */
public final class HeadcountTable {
  private static final int LARGEST = 1 << 20;

  /**
   * One line of the table.
   *
   * @param levels a level of each variable
   * @param count how many people
   * @param line line in the file
   */
  public record Line(List<String> levels, long count, int line) {}

  private final String name;
  private final List<String> header;
  private final Problems problems;

  private HeadcountTable(String name, List<String> header, Problems problems) {
    this.name = name;
    this.header = header;
    this.problems = problems;
  }

  /**
   * Reads a table.
   *
   * @param path the file
   * @param name the file as the study names it
   * @param place where the study names it
   * @param variables its columns before {@code count}
   * @param problems receives E112, E201, E202, E205 and E207
   * @return its lines; fewer, and reported, where it is no such table
   */
  public static List<Line> read(
      Path path, String name, Place place, List<String> variables, Problems problems) {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(path)) {
      bytes = in.readNBytes(LARGEST);
    } catch (IOException e) {
      String fix = "put the file beside the study file, or correct its name";
      problems.add(Problem.of(Code.FILE_NOT_FOUND, place, "there is no file \"" + name + '"', fix));
      return List.of();
    }
    List<String> header = new ArrayList<>(variables);
    header.add("count");
    HeadcountTable table = new HeadcountTable(name, header, problems);
    Optional<String> text = new Head(bytes).text(name, StandardCharsets.UTF_8, problems);
    return text.map(table::lines).orElse(List.of());
  }

  private List<Line> lines(String text) {
    List<Line> lines = new ArrayList<>();
    char delimiter = Delimiters.find(text).orElse(',');
    int last = 1;
    try (CSVParser parser = CSVParser.parse(new StringReader(text), Delimiters.format(delimiter))) {
      for (CSVRecord row : parser) {
        last = (int) parser.getCurrentLineNumber();
        List<String> cells = row.stream().map(Header::clean).toList();
        if (row.getRecordNumber() == 1 && !cells.equals(header)) {
          ragged(Code.VALUE_NOT_ALLOWED, last, "the first line does not name these columns");
          return List.of();
        }
        if (row.getRecordNumber() > 1) {
          if (cells.size() == header.size() && cells.get(cells.size() - 1).matches("\\d{1,12}")) {
            long count = Long.parseLong(cells.get(cells.size() - 1));
            lines.add(new Line(cells.subList(0, cells.size() - 1), count, last));
          } else {
            ragged(Code.RAGGED_ROW, last, "a line is not made of levels and a whole number");
          }
        }
      }
    } catch (IOException | UncheckedIOException e) {
      ragged(Code.RAGGED_ROW, last, "a line cannot be read");
    }
    return lines;
  }

  private void ragged(Code code, int line, String what) {
    String expected = String.join(",", header);
    problems.add(
        new Problem(code, new Place(name, line), what, expected, "", "write it as " + expected));
  }
}
