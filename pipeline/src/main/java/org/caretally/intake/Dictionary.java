package org.caretally.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.caretally.intake.dialect.Question;

/**
 * A REDCap data dictionary: what the fields of a project ask, which answers there are, and which
 * fields say who a person is. It is about the questionnaire and holds no answer.
 *
 * @param fields by the name of the field
 */
public record Dictionary(Map<String, Field> fields) {
  private static final int MOST_BYTES = 16 << 20;

  /** Keeps its own copy. */
  public Dictionary {
    fields = Map.copyOf(fields);
  }

  /**
   * One field.
   *
   * @param label the question
   * @param choices by code the answer; empty for none
   * @param identifier whether the project marks it as identifying
   */
  public record Field(String label, Map<String, String> choices, boolean identifier) {}

  /** Finds the one dictionary that lies beside an export; empty for none, or for several. */
  public static Optional<Path> beside(Path export) throws IOException {
    Path folder = export.toAbsolutePath().getParent();
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all =
          files.filter(f -> name(f).contains("dictionary") && name(f).endsWith(".csv")).toList();
      return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).replace("_", "");
  }

  /** Reads a dictionary; empty when the file is none. */
  public static Optional<Dictionary> read(Path file) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
      return Optional.empty();
    }
    CSVFormat format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
      List<CSVRecord> rows = parser.getRecords();
      return rows.isEmpty() ? Optional.empty() : of(rows);
    } catch (IOException | java.io.UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Dictionary> of(List<CSVRecord> rows) {
    Map<String, Integer> heads = new HashMap<>();
    for (int i = 0; i < rows.get(0).size(); i++) {
      heads.put(fold(Header.clean(rows.get(0).get(i))), i);
    }
    int name = at(heads, "variablefieldname", "fieldname");
    int label = at(heads, "fieldlabel");
    int choices = at(heads, "choicescalculationsorsliderlabels", "selectchoicesorcalculations");
    int type = at(heads, "fieldtype");
    int identifier = at(heads, "identifier");
    if (name < 0 || label < 0 || choices < 0) {
      return Optional.empty();
    }
    Map<String, Field> fields = new HashMap<>();
    for (CSVRecord row : rows.subList(1, rows.size())) {
      boolean listed = List.of("radio", "dropdown", "checkbox").contains(cell(row, type));
      Map<String, String> answers = listed ? choices(cell(row, choices)) : Map.of();
      if (cell(row, type).equals("yesno")) {
        answers = Map.of("0", "No", "1", "Yes");
      }
      boolean who = cell(row, identifier).equalsIgnoreCase("y");
      fields.put(cell(row, name), new Field(plain(cell(row, label)), answers, who));
    }
    return Optional.of(new Dictionary(fields));
  }

  private static int at(Map<String, Integer> heads, String... names) {
    return Stream.of(names).filter(heads::containsKey).map(heads::get).findFirst().orElse(-1);
  }

  private static String fold(String head) {
    return head.replaceAll("\\(.*", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }

  private static String cell(CSVRecord row, int at) {
    return at < 0 || at >= row.size() ? "" : row.get(at).strip();
  }

  /** Labels may hold tags of HTML. */
  private static String plain(String label) {
    return Header.clean(label.replaceAll("<[^>]{1,200}>", " ")).replaceAll("\\s+", " ").strip();
  }

  /** Reads {@code 0, Zero | 1, One}. */
  private static Map<String, String> choices(String text) {
    Map<String, String> choices = new LinkedHashMap<>();
    for (String one : text.split("\\|", -1)) {
      int comma = one.indexOf(',');
      if (comma > 0) {
        choices.put(one.substring(0, comma).strip(), plain(one.substring(comma + 1)));
      }
    }
    return choices;
  }

  /** Returns the field of a column; a box that is ticked is a column of its field. */
  private Optional<Field> field(String column) {
    int box = column.indexOf("___");
    return Optional.ofNullable(fields.get(box > 0 ? column.substring(0, box) : column));
  }

  /** Returns what the dictionary says of each column, where it says anything. */
  public List<Question> questions(List<Question> columns) {
    List<Question> all = new ArrayList<>();
    for (Question column : columns) {
      Optional<Field> field = field(column.name());
      int box = column.name().indexOf("___");
      String choice =
          box < 0 || field.isEmpty()
              ? ""
              : field.get().choices().getOrDefault(column.name().substring(box + 3), "");
      String text = field.map(Field::label).orElse("");
      all.add(
          text.isEmpty()
              ? column
              : new Question(column.name(), choice.isEmpty() ? text : text + " / " + choice));
    }
    return all;
  }

  /** Returns by code the answers of a column; empty for a box, and where none are listed. */
  public Map<String, String> choices(Question column) {
    boolean box = column.name().contains("___");
    return box ? Map.of() : field(column.name()).map(Field::choices).orElse(Map.of());
  }

  /** Returns whether the project marks a column as identifying. */
  public boolean identifies(Question column) {
    return field(column.name()).map(Field::identifier).orElse(false);
  }
}
