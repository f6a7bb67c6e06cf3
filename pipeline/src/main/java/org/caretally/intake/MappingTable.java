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

/** Reads a mapping table: a CSV file in UTF-8 whose first line is {@code from,to}. */
public final class MappingTable {
  private static final int LARGEST = 1 << 20;

  /**
   * One line of the table.
   *
   * @param from a spelling in the data; never shown in a message, since a person may have typed it
   * @param to the level it means; empty for "no answer"
   * @param line line in the file
   */
  public record Pair(String from, String to, int line) {}

  private MappingTable() {}

  /**
   * Reads a table.
   *
   * @param path the file
   * @param name the file as the study names it
   * @param place where the study names it
   * @param problems receives E112, E201, E202, E205 and E207
   * @return its lines; empty, and reported, when it is no such table
   */
  public static List<Pair> read(Path path, String name, Place place, Problems problems) {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(path)) {
      bytes = in.readNBytes(LARGEST + 1);
    } catch (IOException e) {
      String fix = "put the file beside the study file, or correct its name";
      problems.add(Problem.of(Code.FILE_NOT_FOUND, place, "there is no file \"" + name + '"', fix));
      return List.of();
    }
    if (bytes.length > LARGEST) {
      problems.add(
          Problem.of(
              Code.VALUE_NOT_ALLOWED,
              place,
              "the mapping table \"" + name + "\" is larger than 1 MB",
              "keep one line for each spelling"));
      return List.of();
    }
    Optional<String> text = new Head(bytes).text(name, StandardCharsets.UTF_8, problems);
    return text.map(t -> pairs(t, name, problems)).orElse(List.of());
  }

  private static List<Pair> pairs(String text, String name, Problems problems) {
    List<Pair> pairs = new ArrayList<>();
    char delimiter = Delimiters.find(text).orElse(',');
    try (CSVParser parser = CSVParser.parse(new StringReader(text), Delimiters.format(delimiter))) {
      for (CSVRecord row : parser) {
        int line = (int) parser.getCurrentLineNumber();
        List<String> cells = row.stream().map(Header::clean).toList();
        if (row.getRecordNumber() == 1) {
          if (!cells.equals(List.of("from", "to"))) {
            problems.add(
                Problem.of(
                    Code.VALUE_NOT_ALLOWED,
                    new Place(name, line),
                    "the first line of a mapping table names its two columns",
                    "from,to"));
            return List.of();
          }
        } else if (cells.size() != 2 || cells.get(0).isEmpty()) {
          ragged(name, line, problems);
        } else {
          pairs.add(new Pair(cells.get(0), cells.get(1), line));
        }
      }
    } catch (IOException | UncheckedIOException e) {
      ragged(name, pairs.isEmpty() ? 1 : pairs.get(pairs.size() - 1).line() + 1, problems);
    }
    return pairs;
  }

  private static void ragged(String name, int line, Problems problems) {
    problems.add(
        Problem.of(
            Code.RAGGED_ROW,
            new Place(name, line),
            "a line of the mapping table is not a spelling and a level",
            "quote a spelling that holds the delimiter"));
  }
}
