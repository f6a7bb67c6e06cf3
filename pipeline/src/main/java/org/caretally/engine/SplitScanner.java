package org.caretally.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.ProblemException;
import org.caretally.study.SourceFile;

/**
 * Cuts a file into runs of whole records, so that tasks can read it side by side. A line break
 * inside quotes does not end a record; whether a byte lies inside quotes is only known from the
 * beginning, which is why one pass over the bytes comes first. It looks at nothing but quotes,
 * delimiters and line ends.
 */
final class SplitScanner {
  private static final int BUFFER = 1 << 20;

  private final SourceFile source;
  private final int file;
  private final long target;
  private final List<Split> splits = new ArrayList<>();
  private long start;
  private long startLine;
  private long line;
  private long quoteLine;
  private boolean quoted;
  private boolean fieldStart = true;
  private boolean afterQuote;

  private SplitScanner(SourceFile source, int file, long target) {
    this.source = source;
    this.file = file;
    this.target = target;
    start = source.dataStart();
    startLine = source.firstLine();
    line = source.firstLine();
  }

  /**
   * Cuts a file.
   *
   * @param parts wanted number of runs; fewer come out when records are long or few
   * @throws ProblemException if a quote is never closed
   */
  static List<Split> scan(SourceFile source, int file, int parts) throws IOException {
    Path path = Path.of(source.path());
    long size = Files.size(path);
    long target = Math.max(1, (size - source.dataStart() + parts - 1) / parts);
    SplitScanner scanner = new SplitScanner(source, file, target);
    try (InputStream in = Files.newInputStream(path)) {
      in.skipNBytes(source.dataStart());
      byte[] buffer = new byte[BUFFER];
      long offset = source.dataStart();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        scanner.buffer(buffer, n, offset);
        offset += n;
      }
      return scanner.finish(offset);
    }
  }

  private void buffer(byte[] buffer, int n, long offset) {
    byte delimiter = (byte) source.delimiter();
    for (int i = 0; i < n; i++) {
      byte b = buffer[i];
      if (quoted) {
        inside(b);
      } else if (b == '\n') {
        record(offset + i + 1);
      } else if (b == '"' && (fieldStart || afterQuote)) {
        quoted = true;
        quoteLine = fieldStart ? line : quoteLine;
        fieldStart = false;
        afterQuote = false;
      } else {
        fieldStart = b == delimiter;
        afterQuote = false;
      }
    }
  }

  /** A quote inside quotes closes them, unless the very next byte is a quote again. */
  private void inside(byte b) {
    if (b == '"') {
      quoted = false;
      afterQuote = true;
    } else if (b == '\n') {
      line++;
    }
  }

  private void record(long end) {
    line++;
    fieldStart = true;
    afterQuote = false;
    if (end - start >= target) {
      splits.add(new Split(file, start, end, startLine));
      start = end;
      startLine = line;
    }
  }

  private List<Split> finish(long end) {
    if (quoted) {
      throw new ProblemException(
          Problem.of(
              Code.UNCLOSED_QUOTE,
              new Place(source.name(), (int) quoteLine),
              "a quoted text begins here and never ends",
              "close the quote, or double it if it belongs to the text"));
    }
    if (end > start) {
      splits.add(new Split(file, start, end, startLine));
    }
    return splits;
  }
}
