package org.caretally.intake.identity;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.caretally.intake.Header;

/**
 * A sample of a file's rows: the first ones and others from evenly spread places. Depends on
 * nothing but the bytes of the file, so that the same file always gives the same sample, and reads
 * a few megabytes at most, however large the file is.
 *
 * @param rows cells of each row, as many as the header has columns
 */
public record Sample(List<List<String>> rows) {
  private static final int WHOLE = 4 << 20;
  private static final int WINDOW = 1 << 18;
  private static final int WINDOWS = 12;
  private static final int FIRST_ROWS = 200;
  private static final int MOST_ROWS = 1_200;

  /** Keeps its own copy. */
  public Sample {
    rows = List.copyOf(rows);
  }

  /**
   * Reads the sample of a file.
   *
   * @throws UncheckedIOException if the file cannot be read
   */
  public static Sample of(Path file, Header header) {
    try (SeekableByteChannel in = Files.newByteChannel(file)) {
      if (!header.charset().equals(StandardCharsets.UTF_8)) {
        return new Sample(spread(beginning(read(in, 0, WHOLE, header.charset()), header)));
      }
      long rest = in.size() - header.dataStart();
      List<List<String>> rows = new ArrayList<>();
      if (rest <= WHOLE) {
        rows.addAll(spread(parse(text(in, header.dataStart(), (int) rest), header, true)));
        return new Sample(rows);
      }
      List<List<String>> first = parse(text(in, header.dataStart(), WINDOW), header, false);
      rows.addAll(first.subList(0, Math.min(FIRST_ROWS, first.size())));
      for (int i = 1; i < WINDOWS; i++) {
        rows.addAll(window(text(in, header.dataStart() + rest / WINDOWS * i, WINDOW), header));
      }
      return new Sample(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the cells of a column, in the order of the rows. */
  public List<String> column(int column) {
    return rows.stream().map(r -> r.get(column)).toList();
  }

  /** Rows of a file that is not UTF-8, where only its beginning is a safe place to start from. */
  private static List<List<String>> beginning(String text, Header header) {
    List<List<String>> rows = parse(text, header, false);
    return rows.subList(Math.min(header.records(), rows.size()), rows.size());
  }

  private static String read(SeekableByteChannel in, long start, int length, Charset charset)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.max(0, length));
    in.position(start);
    while (bytes.hasRemaining() && in.read(bytes) >= 0) {
      // a channel may give less than asked
    }
    // What is no letter becomes a mark: other checks complain, a sample need not.
    return new String(bytes.array(), 0, bytes.position(), charset);
  }

  private static String text(SeekableByteChannel in, long start, int length) throws IOException {
    return read(in, start, length, StandardCharsets.UTF_8);
  }

  /** Takes the first rows and evenly spread ones behind them. */
  private static List<List<String>> spread(List<List<String>> all) {
    if (all.size() <= MOST_ROWS) {
      return all;
    }
    List<List<String>> rows = new ArrayList<>(all.subList(0, FIRST_ROWS));
    int wanted = MOST_ROWS - FIRST_ROWS;
    for (long i = 0; i < wanted; i++) {
      rows.add(all.get(FIRST_ROWS + (int) ((all.size() - FIRST_ROWS) * i / wanted)));
    }
    return rows;
  }

  /**
   * Rows from the middle of a file. The window may begin inside a quoted text, where lines are no
   * rows; then few lines have the header's number of cells, and the window is not used.
   */
  private static List<List<String>> window(String text, Header header) {
    int line = text.indexOf('\n');
    if (line < 0) {
      return List.of();
    }
    String rest = text.substring(line + 1);
    List<List<String>> rows = parse(rest, header, false);
    long lines = rest.chars().filter(c -> c == '\n').count();
    int most = (MOST_ROWS - FIRST_ROWS) / (WINDOWS - 1);
    return rows.size() * 4L < lines ? List.of() : rows.subList(0, Math.min(most, rows.size()));
  }

  /** Returns what stands beyond the last column: blank, where a platform only ends rows so. */
  private static String rest(CSVRecord row, int columns) {
    return row.size() <= columns ? "" : String.join("", row.toList().subList(columns, row.size()));
  }

  /** Cells at the end of a row may be left out where columns have no names. */
  private static List<String> padded(CSVRecord row, int columns) {
    List<String> cells = new ArrayList<>(row.toList().subList(0, Math.min(columns, row.size())));
    while (cells.size() < columns) {
      cells.add("");
    }
    return cells;
  }

  private static List<List<String>> parse(String text, Header header, boolean complete) {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(header.delimiter())
            .setIgnoreEmptyLines(true)
            .setTrailingData(true)
            .setLenientEof(true)
            .get();
    List<List<String>> rows = new ArrayList<>();
    boolean last = false;
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      for (CSVRecord row : parser) {
        last = row.size() >= header.least() && rest(row, header.columns().size()).isBlank();
        if (last) {
          rows.add(padded(row, header.columns().size()));
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // What was read before the fault is a sample too; the fault itself is told when rows are
      // read.
      return rows;
    }
    // The last row of a window may be cut off.
    return complete || rows.isEmpty() || !last ? rows : rows.subList(0, rows.size() - 1);
  }
}
