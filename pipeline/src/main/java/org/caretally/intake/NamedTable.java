package org.caretally.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.Problems;

/** Reads a small CSV file in UTF-8 whose first line names its columns, in any order. */
public final class NamedTable {
  private static final int LARGEST = 16 << 20;

  private NamedTable() {}

  /**
   * One line of the table.
   *
   * @param cells texts by column
   * @param line line in the file
   */
  public record Line(Map<String, String> cells, int line) {

    /** Returns a text; empty where the table has no such column. */
    public String text(String column) {
      return cells.getOrDefault(column, "");
    }
  }

  /**
   * Reads a table.
   *
   * @param path the file
   * @param name the file as the study names it
   * @param place where the study names it
   * @param problems receives E201, E202, E205 and E207
   * @return its lines; fewer, and reported, where it is no such table
   */
  public static List<Line> read(Path path, String name, Place place, Problems problems) {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(path)) {
      bytes = in.readNBytes(LARGEST);
    } catch (IOException e) {
      String fix = "put the file beside the study file, or correct its name";
      problems.add(Problem.of(Code.FILE_NOT_FOUND, place, "there is no file \"" + name + '"', fix));
      return List.of();
    }
    Optional<String> text = new Head(bytes).text(name, StandardCharsets.UTF_8, problems);
    return text.map(t -> lines(t, name, problems)).orElse(List.of());
  }

  private static List<Line> lines(String text, String name, Problems problems) {
    List<Line> lines = new ArrayList<>();
    List<String> header = List.of();
    char delimiter = Delimiters.find(text).orElse(',');
    int last = 1;
    try (CSVParser parser = CSVParser.parse(new StringReader(text), Delimiters.format(delimiter))) {
      for (CSVRecord row : parser) {
        last = (int) parser.getCurrentLineNumber();
        List<String> cells = row.stream().map(Header::clean).toList();
        if (row.getRecordNumber() == 1) {
          header = cells;
        } else if (cells.size() != header.size()) {
          problems.add(ragged(name, last, "a line has more or fewer cells than the first"));
        } else {
          Map<String, String> named = new HashMap<>();
          for (int i = 0; i < cells.size(); i++) {
            named.put(header.get(i), cells.get(i));
          }
          lines.add(new Line(named, last));
        }
      }
    } catch (IOException | UncheckedIOException e) {
      problems.add(ragged(name, last, "a line cannot be read"));
    }
    return lines;
  }

  private static Problem ragged(String name, int line, String what) {
    String fix = "quote cells that hold the delimiter";
    return Problem.of(Code.RAGGED_ROW, new Place(name, line), what, fix);
  }
}
