package org.caretally.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.caretally.problem.Place;
import org.caretally.problem.Problems;

/**
 * A data file that nobody has described, looked at: who wrote it, how, and its first rows.
 *
 * @param header its header, read as the platform writes it that was recognised
 * @param guessed whether the encoding is a guess: the bytes are no UTF-8, and nothing says more
 * @param rows the first rows that hold anything, each with as many cells as there are columns
 * @param all whether these are all rows of the file
 * @param empty rows with nothing in them among those looked at
 * @param dictionary what the project's own dictionary says of the columns
 */
public record Export(
    Header header,
    boolean guessed,
    List<List<String>> rows,
    boolean all,
    int empty,
    Optional<Dictionary> dictionary) {
  /** Older Windows programs write it; any byte has a meaning, so it never fails. */
  private static final Charset WESTERN = Charset.forName("windows-1252");

  private static final int BUFFER = 1 << 16;

  /** Copies the rows. */
  public Export {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /**
   * Looks at a file.
   *
   * @param most how many rows to read
   * @param problems receives what keeps it from being read; no message holds a cell value
   * @return what was found; empty when there was a problem
   */
  public static Optional<Export> read(Path path, String name, int most, Problems problems) {
    Place place = Place.in(name);
    Optional<Charset> encoding = Optional.empty();
    try {
      boolean utf8 = !Files.isRegularFile(path) || utf8(path);
      encoding = utf8 ? Optional.empty() : Optional.of(WESTERN);
    } catch (IOException e) {
      // The reader of the header says what is wrong with the file.
      encoding = Optional.empty();
    }
    FileFormat format = new FileFormat(Optional.empty(), encoding, Optional.empty(), false);
    Optional<Header> header = HeaderReader.read(path, name, format, place, problems);
    if (header.isEmpty() || problems.hasErrors()) {
      return Optional.empty();
    }
    try {
      return Optional.of(sample(path, header.get(), most));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Export sample(Path path, Header header, int most) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    int empty = 0;
    boolean all = true;
    try (Reader in = reader(path, header);
        CSVParser parser = CSVParser.parse(in, Delimiters.format(header.delimiter()))) {
      int skip = header.records();
      for (CSVRecord row : parser) {
        if (skip-- > 0) {
          continue;
        }
        if (rows.size() == most) {
          all = false;
          break;
        }
        List<String> cells = cells(row, header.columns().size());
        boolean nothing = cells.stream().allMatch(String::isEmpty);
        empty += nothing ? 1 : 0;
        if (!nothing) {
          rows.add(cells);
        }
      }
    } catch (UncheckedIOException e) {
      // A record that cannot be parsed: a run names its line.
      all = false;
    }
    boolean guessed = header.charset().equals(WESTERN);
    return new Export(header, guessed, rows, all, empty, Optional.empty());
  }

  /** Returns the export with the questions and answers of its project's dictionary. */
  public Export described(Dictionary words) {
    Header told =
        new Header(
            header.file(),
            header.delimiter(),
            header.dialect(),
            header.records(),
            header.charset(),
            words.questions(header.questions()),
            header.columns(),
            header.dataStart(),
            header.headerLines(),
            header.quotedHeader());
    return new Export(told, guessed, rows, all, empty, Optional.of(words));
  }

  /** Returns by code the answers that a dictionary lists for a column. */
  public Map<String, String> choices(int column) {
    return dictionary.map(d -> d.choices(header.questions().get(column))).orElse(Map.of());
  }

  private static Reader reader(Path path, Header header) throws IOException {
    Reader reader =
        new BufferedReader(new InputStreamReader(Files.newInputStream(path), header.charset()));
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  private static List<String> cells(CSVRecord row, int columns) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      cells.add(i < row.size() ? row.get(i).strip() : "");
    }
    return cells;
  }

  private static boolean utf8(Path path) throws IOException {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    try (Reader in = new InputStreamReader(Files.newInputStream(path), decoder)) {
      char[] buffer = new char[BUFFER];
      while (in.read(buffer) >= 0) {
        // looked at only to see whether it can be decoded
      }
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
