package org.caretally.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.caretally.problem.Code;
import org.caretally.problem.Nearest;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.Problems;

/** Reads the header of a data file, and of the rest only whether there is any. */
public final class HeaderReader {
  /** No header is longer; of a file without an end of its header no more is read. */
  private static final int HEAD = 1 << 20;

  private final String name;
  private final Place place;
  private final Problems problems;

  private HeaderReader(String name, Place place, Problems problems) {
    this.name = name;
    this.place = place;
    this.problems = problems;
  }

  /**
   * Reads the header of a CSV file in UTF-8, with or without byte order mark.
   *
   * @param path the file
   * @param name the file as the study names it, for messages
   * @param delimiter what separates cells; empty to find it among comma, semicolon, tab and bar
   * @param place where the study names the file
   * @param problems receives E201 to E204 and E206 to E208; no message holds a cell value
   * @return the header; also when a problem was added that leaves the names readable
   */
  public static Optional<Header> read(
      Path path, String name, Optional<Character> delimiter, Place place, Problems problems) {
    return new HeaderReader(name, place, problems).read(path, delimiter);
  }

  private Optional<Header> read(Path path, Optional<Character> delimiter) {
    if (!Files.isRegularFile(path)) {
      return notFound(path);
    }
    byte[] bytes;
    boolean more;
    try (InputStream in = Files.newInputStream(path)) {
      bytes = in.readNBytes(HEAD);
      more = in.read() >= 0;
    } catch (IOException e) {
      return stop(
          place,
          Code.FILE_NOT_FOUND,
          named() + " cannot be read",
          "allow this account to read the file");
    }
    Head head = new Head(bytes);
    int bom = head.bom();
    return head.text(name, problems).flatMap(text -> header(text, bom, more, delimiter));
  }

  private Optional<Header> notFound(Path path) {
    Path folder = path.toAbsolutePath().normalize().getParent();
    List<String> names = List.of();
    if (folder != null && Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.list(folder)) {
        names =
            all.filter(Files::isRegularFile)
                .map(p -> p.getFileName().toString())
                .sorted()
                .limit(1_000)
                .toList();
      } catch (IOException e) {
        names = List.of();
      }
    }
    String wanted = path.getFileName() == null ? "" : path.getFileName().toString();
    String folderName = name.substring(0, name.length() - Math.min(wanted.length(), name.length()));
    List<String> closest = Nearest.one(wanted, names);
    problems.add(
        new Problem(
            Code.FILE_NOT_FOUND,
            place,
            "there is no file " + named(),
            "a path relative to the folder of the study file",
            Nearest.to(wanted, names),
            closest.isEmpty()
                ? "put the file there, or correct its name under \"files\""
                : "files: [\"" + folderName + closest.get(0) + "\"]"));
    return Optional.empty();
  }

  private String named() {
    return '"' + name + '"';
  }

  private Optional<Header> header(
      String text, int bom, boolean more, Optional<Character> declared) {
    char delimiter = declared.or(() -> Delimiters.find(text)).orElse(',');
    RecordEnd end = RecordEnd.find(text, delimiter);
    if (!end.closed()) {
      return stop(
          line(end.lines()),
          Code.UNCLOSED_QUOTE,
          "a name in the header opens a quotation mark that is not closed at its end",
          "close it before the next "
              + Delimiters.name(delimiter)
              + ", and double quotation marks inside a name");
    }
    List<String> columns = names(text.substring(end.start(), end.end()), delimiter);
    wrongDelimiter(columns, delimiter);
    namedTwice(columns);
    if (!more && rest(text.substring(end.next()), delimiter)) {
      stop(
          line(end.lines()),
          Code.HEADER_ONLY,
          "the file has a header and no rows",
          "export it again, with the answers");
    }
    long start = bom + (long) text.substring(0, end.next()).getBytes(StandardCharsets.UTF_8).length;
    return Optional.of(new Header(name, delimiter, columns, start, end.lines(), end.quoted()));
  }

  /** Returns whether nothing but blanks follows; a line of delimiters is a row. */
  private static boolean rest(String text, char delimiter) {
    return text.indexOf(delimiter) < 0 && text.isBlank();
  }

  private static List<String> names(String header, char delimiter) {
    List<String> names = new ArrayList<>();
    try (CSVParser parser =
        CSVParser.parse(new StringReader(header), Delimiters.format(delimiter))) {
      for (CSVRecord row : parser) {
        row.forEach(cell -> names.add(Header.clean(cell)));
      }
    } catch (IOException e) {
      throw new IllegalStateException("the end of the header was found, but not its names", e);
    }
    return names;
  }

  private void wrongDelimiter(List<String> columns, char delimiter) {
    if (columns.size() != 1) {
      return;
    }
    Delimiters.USUAL.stream()
        .filter(d -> columns.get(0).indexOf(d) >= 0)
        .findFirst()
        .ifPresent(
            d -> {
              boolean quoted = d == delimiter;
              problems.add(
                  new Problem(
                      Code.WRONG_DELIMITER,
                      line(1),
                      quoted
                          ? "the whole header is quoted as one name"
                          : "the header is one name when cut at "
                              + Delimiters.name(delimiter)
                              + ", and holds "
                              + Delimiters.name(d),
                      "names of columns with one delimiter between them",
                      "",
                      quoted
                          ? "export the file again without quotation marks around whole lines"
                          : "files: [{path: \""
                              + name
                              + "\", delimiter: "
                              + Delimiters.name(d)
                              + "}]"));
            });
  }

  private void namedTwice(List<String> columns) {
    Map<String, List<Integer>> positions = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      positions.computeIfAbsent(columns.get(i), n -> new ArrayList<>()).add(i + 1);
    }
    positions.forEach(
        (column, at) -> {
          if (!column.isEmpty() && at.size() > 1) {
            // A name without a letter may be a value: the file may have no header at all.
            boolean word = column.chars().anyMatch(Character::isLetter);
            String numbers = at.stream().map(String::valueOf).collect(Collectors.joining(", "));
            problems.add(
                new Problem(
                    Code.COLUMN_NAMED_TWICE,
                    line(1),
                    "columns "
                        + numbers
                        + " have the same name"
                        + (word ? " \"" + column + '"' : ""),
                    "every name once"
                        + (word ? "" : "; the first line must hold names, not answers"),
                    "",
                    word
                        ? "rename column " + at.get(1) + " in the file: " + column + "_2"
                        : "add a line of names"));
          }
        });
  }

  private Place line(int line) {
    return new Place(name, line);
  }

  private <T> Optional<T> stop(Place where, Code code, String what, String fix) {
    problems.add(Problem.of(code, where, what, fix));
    return Optional.empty();
  }
}
