package org.caretally.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.caretally.intake.dialect.Dialect;
import org.caretally.intake.dialect.Dialects;
import org.caretally.intake.dialect.Question;
import org.caretally.intake.dialect.Top;
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
   * Reads the header records of a CSV file.
   *
   * @param path the file
   * @param name the file as the study names it, for messages
   * @param format how it is written; without a delimiter it is found among comma, semicolon, tab
   *     and bar
   * @param place where the study names the file
   * @param problems receives E201 to E204, E207, E208 and W201; no message holds a cell value
   * @return the header; also when a problem was added that leaves the names readable
   */
  public static Optional<Header> read(
      Path path, String name, FileFormat format, Place place, Problems problems) {
    return new HeaderReader(name, place, problems).read(path, format);
  }

  private Optional<Header> read(Path path, FileFormat format) {
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
    Charset charset = head.charset(format.encoding());
    return head.text(name, charset, problems)
        .flatMap(text -> header(new Begin(text, charset, head.bom(), more), format));
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

  /** The beginning of a file as text, and what is known of its bytes. */
  private record Begin(String text, Charset charset, int bom, boolean more) {
    /** Offset of a character in bytes; in the UTF-8 copy for a file that is not UTF-8. */
    long bytes(int end) {
      boolean utf8 = charset.equals(StandardCharsets.UTF_8);
      return (utf8 ? bom : 0)
          + (long) text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
    }
  }

  private Optional<Header> header(Begin begin, FileFormat format) {
    String text = begin.text();
    char delimiter = format.delimiter().or(() -> Delimiters.find(text)).orElse(',');
    Top top = FirstRecords.of(text, delimiter);
    Dialect dialect = format.dialect().orElseGet(() -> Dialects.of(top));
    int records = Math.max(1, dialect.headers(top));
    int next = 0;
    int lines = 0;
    boolean quoted = false;
    for (int i = 0; i < records && next < text.length(); i++) {
      RecordEnd end = RecordEnd.find(text.substring(next), delimiter);
      lines += end.lines();
      if (!end.closed()) {
        return unclosed(lines, delimiter);
      }
      quoted |= end.quoted();
      next += end.next();
    }
    wrongDelimiter(top.rows().get(0), delimiter);
    otherPlatform(top, dialect);
    if (!begin.more() && rest(text.substring(next), delimiter)) {
      headerOnly(lines);
    }
    List<Question> questions = dialect.questions(top);
    List<String> columns = Header.unique(questions.stream().map(Question::name).toList());
    return Optional.of(
        new Header(
            name,
            delimiter,
            dialect,
            records,
            begin.charset(),
            questions,
            columns,
            begin.bytes(next),
            lines,
            quoted));
  }

  private void headerOnly(int lines) {
    stop(
        line(lines),
        Code.HEADER_ONLY,
        "the file has a header and no rows",
        "export it again, with the answers");
  }

  private Optional<Header> unclosed(int lines, char delimiter) {
    return stop(
        line(lines),
        Code.UNCLOSED_QUOTE,
        "a name in the header opens a quotation mark that is not closed at its end",
        "close it before the next "
            + Delimiters.name(delimiter)
            + ", and double quotation marks inside a name");
  }

  /** A run that takes question texts for answers would complain about each column. */
  private void otherPlatform(Top top, Dialect declared) {
    Dialect likely = Dialects.of(top);
    if (declared.equals(Dialects.plain()) && likely.headers(top) > 1) {
      problems.add(
          Problem.of(
              Code.OTHER_PLATFORM,
              line(1),
              "the file looks like an export of "
                  + likely.label()
                  + ", with "
                  + likely.headers(top)
                  + " header rows",
              "files: [{path: \"" + name + "\", platform: " + likely.id() + "}]"));
    }
  }

  /** Returns whether nothing but blanks follows; a line of delimiters is a row. */
  private static boolean rest(String text, char delimiter) {
    return text.indexOf(delimiter) < 0 && text.isBlank();
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

  private Place line(int line) {
    return new Place(name, line);
  }

  private <T> Optional<T> stop(Place where, Code code, String what, String fix) {
    problems.add(Problem.of(code, where, what, fix));
    return Optional.empty();
  }
}
