package org.caretally.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.caretally.instrument.Library;
import org.caretally.instrument.Scoring;
import org.caretally.instrument.ScoringOptions;
import org.caretally.intake.Unreadable;

/**
 * Writes the shipped example as eight platforms would export it: the same people and answers, with
 * the platform's own header rows, metadata columns, names, delimiter and codes. All columns, and as
 * many rows as a test has time for.
 */
final class PlatformExports {
  /** Rows taken from the beginning of the example. */
  static final int ROWS = 1_500;

  /** Columns that are no items, with a question text for the platforms that export texts. */
  static final Map<String, String> SINGLE = single();

  /** Instruments with their number of items; the columns of the example end in 1, 2 and so on. */
  static final Map<String, Integer> ITEMS = items();

  private final List<CSVRecord> rows;
  private final Map<String, Map<String, String>> codes = new LinkedHashMap<>();

  PlatformExports(List<CSVRecord> rows) {
    this.rows = rows.subList(0, ROWS);
    ITEMS.forEach(this::codes);
    codes.put("profession", numbered("Therapist", "Counsellor", "Psychologist", "Social worker"));
    codes.put("gender", numbered("Woman", "Female", "Man", "Non-binary", "Another gender"));
  }

  private static Map<String, String> single() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("respondent_id", "Participant ID");
    texts.put("year", "Year of the survey");
    texts.put("agency", "Agency");
    texts.put("stratum", "Stratum");
    texts.put("agencies_in_stratum", "Agencies in the stratum");
    texts.put("weight", "Weight");
    texts.put("region", "Region you work in");
    texts.put("setting", "What is your main setting, or the nearest one?");
    texts.put("tenure_years", "Years in the profession");
    texts.put("supervision", "How often do you have supervision?");
    texts.put("personal_therapy", "Do you have personal therapy?");
    texts.put("contact_hours", "Hours with clients in a usual week");
    texts.put("admin_hours", "Hours of paper work in a usual week");
    texts.put("weekly_hours", "Working hours in a usual week");
    texts.put("caseload_manageable", "Is the number of clients manageable?");
    texts.put("expectations_manageable", "Are expectations manageable?");
    texts.put("profession", "What is your profession, or the nearest one?");
    texts.put("gender", "What is your gender?");
    texts.put("age", "What is your age?");
    texts.put("caseload", "How many active clients, \"open files\", do you have?");
    texts.put("sleep_hours", "Hours of sleep in a usual night (sleep hours)");
    return texts;
  }

  private static Map<String, Integer> items() {
    Map<String, Integer> items = new LinkedHashMap<>();
    items.put("proqol5", 30);
    items.put("vts", 8);
    items.put("boundary", 6);
    items.put("mini_spin", 3);
    items.put("phq_pd", 15);
    items.put("cips", 20);
    items.put("ucla3", 3);
    items.put("ess", 8);
    items.put("dast10", 10);
    items.put("maas15", 15);
    items.put("req_detach", 4);
    items.put("osss3", 3);
    items.put("spos8", 8);
    items.put("psc4", 4);
    items.put("phq9", 9);
    items.put("gad7", 7);
    items.put("cbi", 19);
    items.put("pss10", 10);
    items.put("isi", 7);
    items.put("audit_c", 3);
    return items;
  }

  private static Map<String, String> numbered(String... labels) {
    Map<String, String> numbers = new LinkedHashMap<>();
    for (String label : labels) {
      numbers.put(label.toLowerCase(Locale.ROOT), Integer.toString(numbers.size() + 1));
    }
    return numbers;
  }

  /** What REDCap's raw form has instead of labels: codes, here those of the instrument. */
  private void codes(String id, int items) {
    Scoring scoring =
        Scoring.of(Library.builtIn().find(instrument(id)).orElseThrow(), ScoringOptions.standard());
    for (int i = 0; i < items; i++) {
      Map<String, String> known = new LinkedHashMap<>();
      String column = id + "_" + (i + 1);
      for (CSVRecord row : rows) {
        String text = row.get(column).strip();
        long code = scoring.answers(i).code(text);
        boolean answer = !text.isEmpty() && !Unreadable.is(code);
        known.put(text.toLowerCase(Locale.ROOT), answer ? Long.toString(code) : text);
      }
      codes.put(column, known);
    }
  }

  /** The example's own instrument has columns of a shorter name. */
  static String instrument(String stem) {
    return stem.equals("boundary") ? "boundary_strain" : stem;
  }

  private static List<String> columns() {
    List<String> columns = new ArrayList<>(SINGLE.keySet());
    ITEMS.forEach(
        (id, n) -> {
          for (int i = 1; i <= n; i++) {
            columns.add(id + "_" + i);
          }
        });
    return columns;
  }

  /** Question text of a column; items are numbered, since no wording is shipped. */
  private static String text(String column, String before, String after) {
    if (SINGLE.containsKey(column)) {
      return SINGLE.get(column);
    }
    int at = column.lastIndexOf('_');
    return block(column.substring(0, at)) + before + "Item " + column.substring(at + 1) + after;
  }

  private static String block(String id) {
    return "The following list, " + id;
  }

  private static String quoted(String cell, char delimiter, boolean always) {
    boolean special = cell.indexOf(delimiter) >= 0 || cell.indexOf('"') >= 0 || cell.contains("\n");
    return special || always ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }

  private static String line(List<String> cells, char delimiter, boolean always) {
    return cells.stream()
            .map(c -> quoted(c, delimiter, always))
            .collect(Collectors.joining(String.valueOf(delimiter)))
        + "\r\n";
  }

  private String body(
      List<String> before,
      List<String> after,
      char delimiter,
      boolean always,
      BiFunction<String, String, String> cell) {
    StringBuilder body = new StringBuilder();
    for (CSVRecord row : rows) {
      List<String> cells = new ArrayList<>();
      before.forEach(c -> cells.add(c.replace("#", Long.toString(row.getRecordNumber()))));
      columns().forEach(c -> cells.add(cell.apply(c, row.get(c))));
      cells.addAll(after);
      body.append(line(cells, delimiter, always));
    }
    return body.toString();
  }

  private static List<String> join(List<String> before, List<String> middle, List<String> after) {
    List<String> all = new ArrayList<>(before);
    all.addAll(middle);
    all.addAll(after);
    return all;
  }

  private static List<String> texts(String before, String after) {
    return columns().stream().map(c -> text(c, before, after)).toList();
  }

  String plain() {
    return line(columns(), ',', false) + body(List.of(), List.of(), ',', false, (c, v) -> v);
  }

  String qualtrics() {
    List<String> names =
        List.of(
            "StartDate", "EndDate", "Status", "IPAddress", "Progress", "Finished", "ResponseId");
    List<String> words =
        List.of(
            "Start Date",
            "End Date",
            "Response Type",
            "IP Address",
            "Progress",
            "Finished",
            "Response ID");
    List<String> values =
        List.of("2026-03-01 08:00:00", "2026-03-01 08:20:00", "0", "", "100", "1", "R_#");
    List<String> all = join(names, columns(), List.of());
    List<String> ids = all.stream().map(n -> "{\"ImportId\":\"" + n + "\"}").toList();
    return line(all, ',', false)
        + line(join(words, texts(" - ", ""), List.of()), ',', false)
        + line(ids, ',', false)
        + body(values, List.of(), ',', false, (c, v) -> v);
  }

  String redcap() {
    return line(
            join(List.of("record_id"), columns(), List.of("survey_timestamp", "survey_complete")),
            ',',
            false)
        + body(
            List.of("#"),
            List.of("2026-03-01 08:20:00", "2"),
            ',',
            false,
            (c, v) ->
                codes
                    .getOrDefault(c, Map.of())
                    .getOrDefault(v.strip().toLowerCase(Locale.ROOT), v));
  }

  String limesurvey() {
    List<String> names =
        List.of(
            "id. Response ID",
            "submitdate. Date submitted",
            "lastpage. Last page",
            "startlanguage. Start language");
    List<String> headings = new ArrayList<>();
    for (String column : columns()) {
      int at = column.lastIndexOf('_');
      boolean single = SINGLE.containsKey(column);
      String code =
          single
              ? column.replace("_", "")
              : column.substring(0, at).replace("_", "") + "[SQ00" + column.substring(at + 1) + "]";
      headings.add(code + ". " + text(column, "\n\t[", "]"));
    }
    return "\uFEFF"
        + line(join(names, headings, List.of()), ';', true)
        + body(List.of("#", "2026-03-01 08:20:00", "5", "en"), List.of(), ';', true, (c, v) -> v)
        + "\r\n";
  }

  String surveymonkey() {
    List<String> names = List.of("Respondent ID", "Collector ID", "Start Date", "IP Address");
    List<String> questions = new ArrayList<>();
    List<String> choices = new ArrayList<>();
    for (String column : columns()) {
      int at = column.lastIndexOf('_');
      boolean single = SINGLE.containsKey(column);
      boolean first = single || column.endsWith("_1");
      questions.add(!first ? "" : single ? SINGLE.get(column) : block(column.substring(0, at)));
      choices.add(single ? "Response" : "Item " + column.substring(at + 1));
    }
    List<String> blank = List.of("", "", "", "");
    return "\uFEFF"
        + line(join(names, questions, List.of()), ',', false)
        + line(join(blank, choices, List.of()), ',', false)
        + body(
            List.of("1187654#", "44", "03/01/2026 08:00:00 AM", ""),
            List.of(),
            ',',
            false,
            (c, v) -> v);
  }

  String googleForms() {
    return line(join(List.of("Timestamp"), texts(" [", "]"), List.of()), ',', true)
        + body(List.of("2026/03/01 8:00:00 AM GMT+1"), List.of(), ',', true, (c, v) -> v);
  }

  /** Saved from a workbook: texts of questions, and the platform's own columns before them. */
  String microsoftForms() {
    List<String> names =
        List.of("ID", "Start time", "Completion time", "Email", "Name", "Last modified time");
    List<String> values = List.of("#", "3/1/26 8:00:00", "3/1/26 8:20:00", "anonymous", "", "");
    return "\uFEFF"
        + line(join(names, texts(".", ""), List.of()), ',', false)
        + body(values, List.of(), ',', false, (c, v) -> v);
  }

  /** Groups before a slash, semicolons, the platform's own columns around. */
  String kobo() {
    List<String> names = columns().stream().map(PlatformExports::grouped).toList();
    return line(
            join(
                List.of("start", "end"),
                names,
                List.of("_id", "_uuid", "_submission_time", "_index")),
            ';',
            true)
        + body(
            List.of("2026-03-01T08:00:00.000+01:00", "2026-03-01T08:20:00.000+01:00"),
            List.of("71", "9f", "2026-03-01T07:20:11", "1"),
            ';',
            true,
            (c, v) -> v);
  }

  private static String grouped(String column) {
    int at = column.lastIndexOf('_');
    return SINGLE.containsKey(column) ? "about/" + column : column.substring(0, at) + "/" + column;
  }

  /** Returns for a platform what the study file calls a column or the items of an instrument. */
  static String named(String platform, String column) {
    boolean items = ITEMS.containsKey(column);
    int n = ITEMS.getOrDefault(column, 0);
    return switch (platform) {
      case "limesurvey" ->
          items ? column.replace("_", "") + "[SQ00{1.." + n + "}]" : column.replace("_", "");
      case "surveymonkey" -> items ? block(column) + " / Item {1.." + n + "}" : SINGLE.get(column);
      case "google-forms" -> items ? block(column) + " [Item {1.." + n + "}]" : SINGLE.get(column);
      case "microsoft-forms" -> items ? block(column) + ".Item {1.." + n + "}" : SINGLE.get(column);
      case "kobo" -> items ? column + "/" + column + "_{1.." + n + "}" : "about/" + column;
      default -> items ? column + "_{1.." + n + "}" : column;
    };
  }

  /** Writes the export and the study file of a platform into a folder. */
  void write(String platform, Path folder) throws IOException {
    String data =
        switch (platform) {
          case "qualtrics" -> qualtrics();
          case "redcap" -> redcap();
          case "limesurvey" -> limesurvey();
          case "surveymonkey" -> surveymonkey();
          case "google-forms" -> googleForms();
          case "microsoft-forms" -> microsoftForms();
          case "kobo" -> kobo();
          default -> plain();
        };
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("export.csv"), data, StandardCharsets.UTF_8);
    Files.writeString(folder.resolve("study.yml"), study(platform), StandardCharsets.UTF_8);
  }

  /** Returns the example's study file with the names and codes of a platform. */
  private static String study(String platform) throws IOException {
    String study = Files.readString(Runs.ROOT.resolve("data/example/study.yml"));
    List<String> lines = new ArrayList<>();
    String variable = "";
    for (String line : study.lines().toList()) {
      if (line.matches("\\w.*")) {
        variable = "";
      } else if (line.matches("  \\w+:.*")) {
        variable = line.strip().replaceAll(":.*", "");
      }
      lines.add(renamed(platform, line, variable));
      boolean unnamed = List.of("region", "age", "caseload", "weekly_hours").contains(variable);
      if (unnamed && line.matches("  \\w+:")) {
        lines.add("    column: " + name(platform, variable));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static String name(String platform, String column) {
    return "'" + named(platform, column).replace("'", "''") + "'";
  }

  private static String renamed(String platform, String line, String variable) {
    if (line.startsWith("files:")) {
      return "files: [{path: export.csv, platform: " + platform + "}]";
    }
    if (line.matches("(wave|key|  weight|  strata|  psu|  fpc|    column): ?.*")) {
      String column = line.replaceAll(".*: \\{?(?:column: )?(\\w+)\\}?", "$1");
      return line.replaceAll("\\w+(\\}?)$", "")
          + name(platform, column)
          + (line.endsWith("}") ? "}" : "");
    }
    for (String stem : ITEMS.keySet()) {
      if (variable.equals(instrument(stem)) && line.contains("{1..")) {
        String kept = platform.equals("redcap") ? line.replace(", values: labels", "") : line;
        return kept.replace("\"" + stem + "_{1.." + ITEMS.get(stem) + "}\"", name(platform, stem));
      }
    }
    if (variable.equals("context_core") || variable.equals("sleep_hours")) {
      String start = line.replaceAll("\\[.*", "");
      String list = line.replaceAll(".*\\[|\\].*", "");
      return start
          + "["
          + Arrays.stream(list.split(", ", -1))
              .map(c -> name(platform, c))
              .collect(Collectors.joining(", "))
          + "]";
    }
    return platform.equals("redcap") ? coded(line, variable) : line;
  }

  /** Levels of the raw REDCap form are codes. */
  private static String coded(String line, String variable) {
    List<String> words =
        variable.equals("profession")
            ? List.of("Therapist", "Counsellor", "Psychologist", "Social worker")
            : variable.equals("gender")
                ? List.of("Woman", "Female", "Man", "Non-binary", "Another gender")
                : List.of();
    for (int i = 0; i < words.size(); i++) {
      if (line.startsWith("      " + words.get(i) + ": ")) {
        return line.replace(words.get(i) + ":", (i + 1) + ":");
      }
    }
    return line;
  }
}
