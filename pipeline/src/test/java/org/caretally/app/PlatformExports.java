package org.caretally.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
 * Writes a part of the shipped example as six platforms would export it: the same people and
 * answers, with the platform's own header rows, metadata columns, names, delimiter and codes. The
 * part holds every kind of variable: a key, a wave, weight, strata, PSUs, finite populations,
 * levels, numbers with and without decimals, items as labels and as codes.
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
    texts.put("respondent_id", "Code on your invitation");
    texts.put("year", "Year of the survey");
    texts.put("agency", "Agency");
    texts.put("stratum", "Stratum");
    texts.put("agencies_in_stratum", "Agencies in the stratum");
    texts.put("weight", "Weight");
    texts.put("profession", "What is your profession, or the nearest one?");
    texts.put("gender", "What is your gender?");
    texts.put("age", "What is your age?");
    texts.put("caseload", "How many active clients, \"open files\", do you have?");
    texts.put("sleep_hours", "Hours of sleep in a usual night (sleep hours)");
    return texts;
  }

  private static Map<String, Integer> items() {
    Map<String, Integer> items = new LinkedHashMap<>();
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
        Scoring.of(Library.builtIn().find(id).orElseThrow(), ScoringOptions.standard());
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

  /** Returns for a platform what the study file calls a column or the items of an instrument. */
  static String named(String platform, String column) {
    boolean items = ITEMS.containsKey(column);
    int n = ITEMS.getOrDefault(column, 0);
    return switch (platform) {
      case "limesurvey" ->
          items ? column.replace("_", "") + "[SQ00{1.." + n + "}]" : column.replace("_", "");
      case "surveymonkey" -> items ? block(column) + " / Item {1.." + n + "}" : SINGLE.get(column);
      case "google-forms" -> items ? block(column) + " [Item {1.." + n + "}]" : SINGLE.get(column);
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
          default -> plain();
        };
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("export.csv"), data, StandardCharsets.UTF_8);
    Files.writeString(folder.resolve("study.yml"), study(platform), StandardCharsets.UTF_8);
  }

  private static String study(String platform) {
    BiFunction<String, String, String> name = (p, c) -> "'" + named(p, c).replace("'", "''") + "'";
    StringBuilder study = new StringBuilder();
    study
        .append("version: 1\nid: same\ntitle: One survey, six platforms\npopulation: Nobody real\n")
        .append("support: [Call us]\nfiles: [{path: export.csv, platform: " + platform + "}]\n")
        .append("wave: {column: " + name.apply(platform, "year") + "}\n")
        .append("key: " + name.apply(platform, "respondent_id") + "\n")
        .append("missing: [NA, \"-99\", Prefer not to answer]\nsex: gender\ncolumns:\n");
    boolean coded = platform.equals("redcap");
    study
        .append("  profession:\n    column: " + name.apply(platform, "profession") + "\n")
        .append("    levels: {" + (coded ? "1" : "Therapist") + ": therapist, ")
        .append((coded ? "2" : "Counsellor") + ": counsellor, ")
        .append((coded ? "3" : "Psychologist") + ": psychologist, ")
        .append((coded ? "4" : "Social worker") + ": social_worker, ")
        .append("Psychiatric nurse: nurse, Peer support worker: peer}\n")
        .append("  gender:\n    column: " + name.apply(platform, "gender") + "\n")
        .append("    levels: {" + (coded ? "1" : "Woman") + ": female, ")
        .append((coded ? "2" : "Female") + ": female, " + (coded ? "3" : "Man") + ": male, ")
        .append((coded ? "4" : "Non-binary") + ": nonbinary, ")
        .append((coded ? "5" : "Another gender") + ": another}\n")
        .append(
            "  age: {column: " + name.apply(platform, "age") + ", number: {min: 18, max: 90}}\n")
        .append("  caseload: {column: " + name.apply(platform, "caseload"))
        .append(", number: {min: 0, max: 150, higher: worse}}\ninstruments:\n");
    ITEMS.keySet().forEach(i -> study.append("  " + i + ": " + name.apply(platform, i) + "\n"));
    study
        .append("  sleep_hours: [" + name.apply(platform, "sleep_hours") + "]\n")
        .append("domains: {profession: profession, gender: gender, ")
        .append("age_band: {of: age, cuts: [18, 35, 55]}}\n")
        .append("design: {weight: " + name.apply(platform, "weight"))
        .append(", strata: " + name.apply(platform, "stratum"))
        .append(", psu: " + name.apply(platform, "agency"))
        .append(", fpc: " + name.apply(platform, "agencies_in_stratum"))
        .append(", lonely_psu: adjust, waves_share: same_agencies}\n");
    return study.toString();
  }
}
