package org.caretally.report.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.disclosure.Shown;

/**
 * What tables and their columns hold, for programs that read them. The words are English and the
 * names do not depend on the language of a report. A table or column without an entry is described
 * from its cells alone; a test looks that none of ours is.
 */
final class Dictionary {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private final Map<String, Topic> tables = new HashMap<>();
  private final Map<String, Field> columns = new HashMap<>();

  Dictionary() {
    for (CSVRecord line : lines("tables.csv")) {
      List<String> key = line.get("key").isEmpty() ? List.of() : parts(line.get("key"));
      tables.put(line.get("table"), new Topic(line.get("title"), key));
    }
    for (CSVRecord line : lines("columns.csv")) {
      String name = line.get("column");
      columns.put(
          line.get("table") + "/" + name,
          new Field(name, line.get("type"), line.get("unit"), line.get("description")));
    }
  }

  /**
   * What a table is about.
   *
   * @param title a few words
   * @param key columns whose texts together occur once; empty when there are none
   */
  record Topic(String title, List<String> key) {}

  /**
   * A column.
   *
   * @param name its name
   * @param type {@code string}, {@code integer} or {@code number}
   * @param unit of its numbers; may be empty
   * @param description a few words; empty when nothing is known
   */
  record Field(String name, String type, String unit, String description) {
    boolean words() {
      return type.equals("string");
    }
  }

  /** Returns what a table is about. */
  Topic topic(ProtectedTable table) {
    return tables.getOrDefault(table.id(), new Topic(table.id(), List.of()));
  }

  /** Returns the columns of a table, in order. */
  List<Field> fields(ProtectedTable table) {
    List<Field> fields = new ArrayList<>();
    for (String name : table.columns()) {
      Field own = columns.get(table.id() + "/" + name);
      Field common = columns.get("/" + name);
      fields.add(own != null ? own : common != null ? common : seen(table, name));
    }
    return fields;
  }

  private static Field seen(ProtectedTable table, String name) {
    boolean number = table.rows().stream().anyMatch(r -> r.cell(name) instanceof Shown);
    return new Field(name, number ? "number" : "string", "", "");
  }

  private static List<String> parts(String names) {
    return List.of(names.split(" ", -1));
  }

  private static List<CSVRecord> lines(String resource) {
    try (InputStream in = Dictionary.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the jar");
      }
      Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      return FORMAT.parse(reader).getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
