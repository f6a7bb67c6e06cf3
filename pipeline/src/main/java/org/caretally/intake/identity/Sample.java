package org.caretally.intake.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
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
    if (!header.charset().equals(StandardCharsets.UTF_8)) {
      return new Sample(spread(parse(beginning(file, header), header, false)));
    }
    try (SeekableByteChannel in = Files.newByteChannel(file)) {
      long rest = in.size() - header.dataStart();
      List<List<String>> rows = new ArrayList<>();
      if (rest <= WHOLE) {
        rows.addAll(spread(parse(read(in, header.dataStart(), (int) rest), header, true)));
        return new Sample(rows);
      }
      List<List<String>> first = parse(read(in, header.dataStart(), WINDOW), header, false);
      rows.addAll(first.subList(0, Math.min(FIRST_ROWS, first.size())));
      for (int i = 1; i < WINDOWS; i++) {
        rows.addAll(window(read(in, header.dataStart() + rest / WINDOWS * i, WINDOW), header));
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

  /** Returns what follows the header in a file that is not UTF-8; places in it are unknown. */
  private static String beginning(Path file, Header header) {
    try (InputStream in = Files.newInputStream(file)) {
      String text = new String(in.readNBytes(2 * WHOLE), header.charset());
      String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
      byte[] bytes = bare.getBytes(StandardCharsets.UTF_8);
      int start = (int) Math.min(header.dataStart(), bytes.length);
      return new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(SeekableByteChannel in, long start, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.max(0, length));
    in.position(start);
    while (bytes.hasRemaining() && in.read(bytes) >= 0) {
      // a channel may give less than asked
    }
    // What is no UTF-8 becomes a mark: other checks complain, a sample need not.
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
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

  /** Returns as many cells as there are columns; none when that is not possible. */
  private static List<String> cells(List<String> row, Header header) {
    int wanted = header.columns().size();
    List<String> cells = new ArrayList<>(row.subList(0, Math.min(wanted, row.size())));
    boolean more =
        row.size() > wanted && !String.join("", row.subList(wanted, row.size())).isBlank();
    if (more || row.size() < header.least()) {
      return List.of();
    }
    while (cells.size() < wanted) {
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
        List<String> cells = cells(row.toList(), header);
        last = !cells.isEmpty();
        if (last) {
          rows.add(cells);
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
