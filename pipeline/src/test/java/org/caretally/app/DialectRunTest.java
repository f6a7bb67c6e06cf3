package org.caretally.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One small survey, written as every platform and encoding does, gives one set of numbers. */
class DialectRunTest {
  private static final List<String> CODES =
      List.of("team", "hours", "g1", "g2", "g3", "g4", "g5", "g6", "g7");
  private static final List<String> TEXTS = texts();

  @TempDir Path folder;

  private static List<String> texts() {
    List<String> texts = new ArrayList<>(List.of("Your team, at caf\u00E9 1?", "Hours per week"));
    for (int i = 1; i <= 7; i++) {
      texts.add("Item " + i + " of the list");
    }
    return texts;
  }

  private static List<String> cells(int i, boolean comma) {
    String point = comma ? "," : ".";
    List<String> cells = new ArrayList<>(List.of(i % 2 == 0 ? "Caf\u00E9" : "Blue"));
    cells.add((30 + i % 20) + point + "5");
    for (int item = 0; item < 7; item++) {
      cells.add(i % 9 == 0 && item == 3 ? "" : Integer.toString((i * 7 + item * i) % 4));
    }
    return cells;
  }

  private static String line(List<String> cells, String delimiter) {
    return cells.stream()
            .map(c -> c.contains(delimiter) ? '"' + c + '"' : c)
            .collect(Collectors.joining(delimiter))
        + "\n";
  }

  private static String rows(List<String> before, String delimiter, boolean comma) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 80; i++) {
      List<String> row = new ArrayList<>(before);
      row.addAll(cells(i, comma));
      rows.append(line(row, delimiter));
    }
    return rows.toString();
  }

  private static String study(String file, String team, String hours, String items) {
    return """
        version: 1
        id: small
        title: A small survey
        population: Nobody in particular
        files: [%s]
        columns:
          team: {column: %s, levels: [Café, Blue]}
          hours: {column: %s, number: {min: 0, max: 100, decimals: 1}}
        instruments:
          gad7: %s
        domains:
          team: team
        """
        .formatted(file, team, hours, items);
  }

  private String estimates(String study, byte[] data) throws IOException {
    Files.writeString(folder.resolve("study.yml"), study);
    Files.write(folder.resolve("s.csv"), data);
    Runs.Result result =
        Runs.command(
            "run", folder.toString(), "--out", folder.resolve("out").toString(), "--quiet");
    assertEquals(0, result.exit(), result.err());
    Path report = Path.of(result.out().strip()).getParent();
    assertTrue(Files.notExists(report.resolve("scratch")));
    StringBuilder all = new StringBuilder();
    for (String table : List.of("estimates", "bands", "correlations")) {
      all.append(Files.readString(report.resolve("tables/" + table + ".csv")));
    }
    return all.toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> with(List<String> before, List<String> after) {
    List<String> all = new ArrayList<>(before);
    all.addAll(after);
    return all;
  }

  @Test
  void everyFormGivesTheSameNumbers() throws IOException {
    String plainRows = rows(List.of(), ",", false);
    String plain = study("s.csv", "team", "hours", "\"g{1..7}\"");
    String expected = estimates(plain, bytes(line(CODES, ",") + plainRows));

    String byText = "[\"Item 1... +{0..6}\"]";
    String google =
        study("{path: s.csv, platform: google-forms}", "Your team...", "...week", byText);
    String stamped = rows(List.of("2026/03/01 12:00:00"), ",", false);
    String googleFile = line(with(List.of("Timestamp"), TEXTS), ",") + stamped;
    assertEquals(expected, estimates(google, bytes(googleFile)));

    String ids =
        CODES.stream()
            .map(c -> "\"{\"\"ImportId\"\":\"\"" + c + "\"\"}\"")
            .collect(Collectors.joining(","));
    String three = line(CODES, ",") + line(TEXTS, ",") + ids + "\n" + plainRows;
    String qualtrics = plain.replace("[s.csv]", "[{path: s.csv, platform: qualtrics}]");
    assertEquals(expected, estimates(qualtrics, bytes(three)));

    String monkey =
        line(with(List.of("Respondent ID"), TEXTS), ",")
            + line(with(List.of(""), java.util.Collections.nCopies(9, "Response")), ",")
            + rows(List.of("101"), ",", false);
    String monkeyStudy = google.replace("google-forms", "surveymonkey");
    assertEquals(expected, estimates(monkeyStudy, bytes("\uFEFF" + monkey)));

    List<String> both = new ArrayList<>();
    for (int i = 0; i < CODES.size(); i++) {
      String code =
          CODES.get(i).startsWith("g") ? "g[SQ" + CODES.get(i).charAt(1) + "]" : CODES.get(i);
      both.add(code + ". " + TEXTS.get(i));
    }
    String lime = study("{path: s.csv, platform: limesurvey}", "team", "hours", "\"g[SQ{1..7}]\"");
    assertEquals(
        expected,
        estimates(lime, bytes("\uFEFF" + line(both, ";") + rows(List.of(), ";", false) + "\n")));
  }

  @Test
  void everyEncodingAndTheDecimalCommaGiveTheSameNumbers() throws IOException {
    String header = line(CODES, ";");
    String plain = study("s.csv", "team", "hours", "\"g{1..7}\"");
    String expected = estimates(plain, bytes(header + rows(List.of(), ";", false)));

    String comma = plain.replace("[s.csv]", "[{path: s.csv, decimal: \",\"}]");
    assertEquals(expected, estimates(comma, bytes(header + rows(List.of(), ";", true))));

    String wide = header + rows(List.of(), ";", false);
    assertEquals(expected, estimates(plain, wide.getBytes(StandardCharsets.UTF_16)));

    byte[] western = wide.getBytes(Charset.forName("windows-1252"));
    String named = plain.replace("[s.csv]", "[{path: s.csv, encoding: windows-1252}]");
    assertEquals(expected, estimates(named, western));
    Files.writeString(folder.resolve("study.yml"), plain);
    Runs.Result refused = Runs.command("run", folder.toString());
    assertEquals(3, refused.exit());
    assertTrue(refused.err().contains("encoding: windows-1252"), refused.err());
  }

  @Test
  void aTextThatFitsSeveralColumnsIsRefused() throws IOException {
    Files.write(folder.resolve("s.csv"), bytes(line(TEXTS, ",") + rows(List.of(), ",", false)));
    Files.writeString(
        folder.resolve("study.yml"),
        study("s.csv", "Item...", "...week", "[\"Item 1... +{0..6}\"]"));
    Runs.Result refused = Runs.command("run", folder.toString());
    assertEquals(3, refused.exit());
    assertTrue(
        refused.err().contains("E206") && refused.err().contains("7 columns"), refused.err());
  }
}
