package org.caretally.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.sql.SparkSession;
import org.caretally.report.Frictionless;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows leave the program only where people hide among others, or with a waiver, and only declared
 * ones.
 */
class ExportTest {
  private static final String STUDY =
      """
      version: 1
      id: small
      title: A small survey
      population: Nobody in particular
      files: [survey.csv]
      key: who
      drop: [mail]
      columns:
        team: {levels: {Red: red, Blue: blue}, labels: {red: The reds, blue: The blues}}
        age: {number: {min: 18, max: 80}}
        hours: {number: {min: 0, max: 100, decimals: 1}}
      instruments: {gad7: "g{1..7}"}
      domains:
        team: team
        age_group: {of: age, cuts: [18, 40]}
      """;

  @TempDir Path folder;

  private static String row(int i, int scores) {
    int g = i / 8 % scores;
    return "P"
        + i
        + ",p@example.org,Secret,"
        + (i % 2 == 0 ? "Red" : "Blue")
        + ","
        + (i % 4 < 2 ? 30 : 50)
        + ","
        + (i % 60)
        + ".5"
        + ("," + g).repeat(7)
        + "\n";
  }

  private void survey(int rows, int scores) throws IOException {
    StringBuilder data = new StringBuilder("who,mail,town,team,age,hours,g1,g2,g3,g4,g5,g6,g7\n");
    for (int i = 0; i < rows; i++) {
      data.append(row(i, scores));
    }
    Files.writeString(folder.resolve("survey.csv"), data);
    Files.writeString(folder.resolve("study.yml"), STUDY);
  }

  private Runs.Result export(String... more) {
    List<String> line =
        Stream.concat(
                Stream.of("export", folder.toString(), "--out", folder.resolve("out").toString()),
                Stream.of(more))
            .toList();
    return Runs.command(line.toArray(String[]::new));
  }

  private static Map<String, JsonNode> fields(JsonNode described) {
    return described
        .at("/resources/0/schema/fields")
        .valueStream()
        .collect(Collectors.toMap(f -> f.get("name").asString(), f -> f));
  }

  @Test
  void peopleWhoHideAreExported() throws IOException {
    survey(160, 4);
    Runs.Result result = export("--parts", "3");
    assertEquals(0, result.exit(), result.err());
    Path out = folder.resolve("out");
    assertEquals(out.toString(), result.out().strip());
    try (Stream<Path> files = Files.list(out)) {
      assertEquals(
          List.of("datapackage.json", "people.csv", "people.parquet", "reproduce.R"),
          files.map(p -> p.getFileName().toString()).sorted().toList());
    }
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(out)));
    for (String name : List.of("datapackage.json", "people.csv", "people.parquet")) {
      String rights =
          PosixFilePermissions.toString(Files.getPosixFilePermissions(out.resolve(name)));
      assertEquals("rw-------", rights);
      String bytes = new String(Files.readAllBytes(out.resolve(name)), StandardCharsets.ISO_8859_1);
      assertFalse(
          bytes.contains("example.org") || bytes.contains("Secret") || bytes.contains("P17"));
    }
    List<CSVRecord> rows = Runs.table(out.resolve("people.csv"));
    assertEquals(160, rows.size());
    List<String> names = rows.get(0).getParser().getHeaderNames();
    assertTrue(
        names.containsAll(List.of("team", "hours", "age_group", "gad7_total", "gad7_total_band")),
        names.toString());
    assertFalse(
        names.contains("age") || names.contains("who") || names.contains("town"), names.toString());
    for (CSVRecord row : rows) {
      int total = Integer.parseInt(row.get("gad7_total"));
      assertEquals(total >= 10 ? "1" : "0", row.get("gad7_total_screen_positive"));
      assertTrue(row.get("hours").endsWith(".5"));
    }
    JsonNode described = JsonMapper.shared().readTree(out.resolve("datapackage.json").toFile());
    assertEquals(
        names.stream().sorted().toList(), fields(described).keySet().stream().sorted().toList());
    assertEquals("The reds", fields(described).get("team").at("/categories/0/label").asString());
    assertEquals(List.of(), Frictionless.errors(described));
    assertEquals("", described.at("/protection/waiver").asString());
    byte[] first = Files.readAllBytes(out.resolve("people.csv"));
    assertEquals(0, export("--parts", "1").exit());
    assertEquals(
        new String(first, StandardCharsets.UTF_8), Files.readString(out.resolve("people.csv")));
    parquetHoldsTheSame(out, rows.size(), names);
  }

  private static void parquetHoldsTheSame(Path out, int rows, List<String> names)
      throws IOException {
    try (SparkSession spark =
        SparkSession.builder()
            .master("local[1]")
            .config("spark.ui.enabled", "false")
            .getOrCreate()) {
      var table = spark.read().parquet(out.resolve("people.parquet").toString());
      assertEquals(rows, table.count());
      assertEquals(names, List.of(table.columns()));
    }
  }

  @Test
  void smallOrUniformGroupsAreRefusedWithoutAWaiver() throws IOException {
    survey(18, 4);
    Runs.Result result = export();
    assertEquals(4, result.exit(), result.err());
    assertTrue(
        result.err().contains("E402")
            && result.err().contains("fewer than 5 who are alike in team, age_group"),
        result.err());
    assertFalse(Files.exists(folder.resolve("out")));
    survey(24, 2);
    Runs.Result uniform = export();
    assertEquals(4, uniform.exit(), uniform.err());
    assertTrue(uniform.err().contains("one result of a screening question"), uniform.err());
    Runs.Result waived =
        export("--waiver", "Data protection officer, 2026-05-04", "--without", "team");
    assertEquals(0, waived.exit(), waived.err());
    JsonNode described =
        JsonMapper.shared().readTree(folder.resolve("out/datapackage.json").toFile());
    assertEquals(
        "Data protection officer, 2026-05-04", described.at("/protection/waiver").asString());
    assertFalse(fields(described).containsKey("team"));
    assertTrue(described.at("/protection/risks/0").asString().contains("% of people"));
    assertEquals(2, export("--without", "teem").exit());
    Files.delete(folder.resolve("out/datapackage.json"));
    assertEquals(5, export("--waiver", "x").exit());
  }
}
