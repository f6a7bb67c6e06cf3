package org.caretally.engine;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.caretally.study.SourceFile;

/**
 * How bytes become fields: the one class that knows. Reads the records of a {@link Split},
 * remembering only where the wanted fields lie; nothing is copied and no text is made until
 * somebody asks. Quoting follows RFC 4180: a field that begins with a quote ends with one, a
 * doubled quote stands for one, other quotes are ordinary characters.
 */
final class ByteRecords implements Closeable {
  private static final int FIRST_BUFFER = 1 << 18;

  private final InputStream in;
  private final byte delimiter;
  private final int[] slotOf;
  private final int[] from;
  private final int[] to;
  private final boolean[] doubled;
  private byte[] buffer = new byte[FIRST_BUFFER];
  private int begin;
  private int limit;
  private long left;
  private long line;
  private int lines;
  private int fields;
  private int filled;
  private boolean malformed;

  /**
   * Opens a run of records.
   *
   * @param slotOf for every field of a record the place under which it is asked for, or -1
   * @param slots number of places
   */
  ByteRecords(SourceFile source, Split split, int[] slotOf, int slots) throws IOException {
    in = Files.newInputStream(Path.of(source.path()));
    in.skipNBytes(split.start());
    left = split.end() - split.start();
    line = split.firstLine();
    delimiter = (byte) source.delimiter();
    this.slotOf = slotOf.clone();
    from = new int[slots];
    to = new int[slots];
    doubled = new boolean[slots];
  }

  /** Moves to the next record that is not a blank line; returns false at the end. */
  boolean next() throws IOException {
    do {
      line += lines;
      lines = 0;
      if (begin == limit && !fill()) {
        return false;
      }
      int end = parse();
      while (end < 0) {
        fill();
        end = parse();
      }
      begin = end;
    } while (fields == 0);
    return true;
  }

  /** Reads more bytes behind those not yet used; returns false when there are none. */
  private boolean fill() throws IOException {
    if (left == 0) {
      return false;
    }
    int kept = limit - begin;
    byte[] target = kept > buffer.length / 2 ? new byte[buffer.length * 2] : buffer;
    System.arraycopy(buffer, begin, target, 0, kept);
    buffer = target;
    begin = 0;
    limit = kept;
    int n = in.readNBytes(buffer, limit, (int) Math.min(left, buffer.length - limit));
    if (n == 0) {
      throw new IOException("the file became shorter while it was read");
    }
    limit += n;
    left -= n;
    return true;
  }

  /**
   * Finds the fields of one record; returns the offset behind it, or -1 when more bytes are needed.
   */
  private int parse() {
    Arrays.fill(from, 0);
    Arrays.fill(to, 0);
    fields = 0;
    lines = 0;
    filled = 0;
    malformed = false;
    int at = begin;
    while (true) {
      int slot = fields < slotOf.length ? slotOf[fields] : -1;
      int end = at < limit && buffer[at] == '"' ? quoted(at, slot) : plain(at, slot);
      if (end < 0) {
        return -1;
      }
      fields++;
      if (end == limit || buffer[end] == '\n') {
        lines++;
        blankLine(end);
        return Math.min(end + 1, limit);
      }
      at = end + 1;
    }
  }

  private void blankLine(int end) {
    boolean carriageOnly = end == begin + 1 && buffer[begin] == '\r';
    if (fields == 1 && (end == begin || carriageOnly)) {
      fields = 0;
    }
  }

  private int plain(int start, int slot) {
    int at = start;
    while (at < limit && buffer[at] != delimiter && buffer[at] != '\n') {
      at++;
    }
    if (at == limit && left > 0) {
      return -1;
    }
    place(slot, start, at, false);
    return at;
  }

  private int quoted(int start, int slot) {
    boolean twice = false;
    int at = start + 1;
    while (true) {
      while (at < limit && buffer[at] != '"') {
        lines += buffer[at] == '\n' ? 1 : 0;
        at++;
      }
      if (at >= limit - 1 && left > 0) {
        return -1;
      }
      if (at + 1 < limit && buffer[at + 1] == '"') {
        twice = true;
        at += 2;
      } else {
        break;
      }
    }
    place(slot, start + 1, at, twice);
    return behind(at + 1);
  }

  /** Only blanks may stand between a closing quote and the next delimiter. */
  private int behind(int start) {
    int at = start;
    while (at < limit && buffer[at] != delimiter && buffer[at] != '\n') {
      malformed |= buffer[at] != ' ' && buffer[at] != '\r';
      at++;
    }
    return at == limit && left > 0 ? -1 : Math.min(at, limit);
  }

  private void place(int slot, int start, int end, boolean twice) {
    int s = start;
    int e = end;
    while (e > s && blank(buffer[e - 1])) {
      e--;
    }
    filled = e > s ? fields + 1 : filled;
    if (slot < 0) {
      return;
    }
    while (s < e && blank(buffer[s])) {
      s++;
    }
    from[slot] = s;
    to[slot] = e;
    doubled[slot] = twice;
  }

  private static boolean blank(byte b) {
    return b == ' ' || b == '\r' || b == '\t' || b == '\n';
  }

  /** Returns the number of fields of the record. */
  int fields() {
    return fields;
  }

  /** Returns the number of fields up to the last that holds anything. */
  int filled() {
    return filled;
  }

  /** Returns whether no field of the record holds anything. */
  boolean empty() {
    return filled == 0;
  }

  /** Returns whether text stood between a closing quote and the next delimiter. */
  boolean malformed() {
    return malformed;
  }

  /** Returns the one-based line on which the record begins. */
  long line() {
    return line;
  }

  byte[] bytes() {
    return buffer;
  }

  int from(int slot) {
    return from[slot];
  }

  int to(int slot) {
    return to[slot];
  }

  /** Returns the text of a field, without surrounding blanks. */
  String text(int slot) {
    String text = new String(buffer, from[slot], to[slot] - from[slot], StandardCharsets.UTF_8);
    return doubled[slot] ? text.replace("\"\"", "\"") : text;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
