package org.caretally.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A question with several choices gives the same breakdowns however a platform writes it. */
class ChoicesRunTest {
  private static final List<String> CHOICES = List.of("Peers", "Team, informally", "Nobody");

  @TempDir Path folder;

  private static boolean ticked(int person, int choice) {
    return person % 8 != 7 && (person >> choice) % 2 == 0;
  }

  private static List<String> ticks(int person) {
    List<String> ticks = new ArrayList<>();
    for (int c = 0; c < 3; c++) {
      if (ticked(person, c)) {
        ticks.add(CHOICES.get(c));
      }
    }
    return ticks;
  }

  private interface Cells {
    String of(int person);
  }

  private static String data(String columns, Cells cells, int people) {
    StringBuilder data = new StringBuilder("id," + columns + ",g1,g2,g3,g4,g5,g6,g7\n");
    for (int i = 0; i < people; i++) {
      data.append("p" + i + "," + cells.of(i));
      for (int item = 0; item < 7; item++) {
        data.append(",").append((i * 7 + item * i) % 4);
      }
      data.append("\n");
    }
    return data.toString();
  }

  private static String separate(int person, String yes, String no) {
    List<String> cells = new ArrayList<>();
    for (int c = 0; c < 3; c++) {
      cells.add(ticked(person, c) ? yes : no);
    }
    return String.join(",", cells);
  }

  private static String study(String files, String help) {
    return "version: 1\nid: small\ntitle: T\npopulation: P\nfiles: "
        + files
        + "\nkey: id\ncolumns:\n  help: "
        + help
        + "\ninstruments: {gad7: \"g{1..7}\"}\n"
        + "domains: {peers: {of: help_peers, label: Peers}, team: {of: help_team, label: Team}}\n";
  }

  private String estimates(String study) throws IOException {
    Files.writeString(folder.resolve("study.yml"), study);
    Path out = folder.resolve("out");
    Runs.Result run = Runs.command("run", folder.toString(), "--quiet", "--out", out.toString());
    assertEquals(0, run.exit(), run.err());
    return Files.readString(Path.of(run.out().strip()).resolveSibling("tables/estimates.csv"));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void joinedCellsAndOwnColumnsAgree() throws IOException {
    String own = "{label: Help, choices: {peers: h_1, team: h_2, nobody: h_3}}";
    write("s.csv", data("h_1,h_2,h_3", i -> separate(i, "1", ""), 96));
    String expected = estimates(study("[s.csv]", own));
    assertTrue(expected.contains("peers") && expected.contains("team"), expected);

    write("s.csv", data("h_1,h_2,h_3", i -> separate(i, "1", "0"), 96));
    assertEquals(expected, estimates(study("[s.csv]", own)));

    String joined =
        "{column: h, label: Help, blank: no, separator: \",\", choices: {peers: Peers, team: \"Team,"
            + " informally\", nobody: Nobody}}";
    write("s.csv", data("h", i -> "\"" + String.join(",", ticks(i)) + "\"", 96));
    assertEquals(expected, estimates(study("[s.csv]", joined)));
  }

  /** People whom the further file does not hold were not asked: they are in no level. */
  @Test
  void aPersonWhoIsNotInTheFileIsNotAsked() throws IOException {
    String own = "{label: Help, choices: {peers: h_1, team: h_2, nobody: h_3}}";
    write("s.csv", data("x", i -> "", 192));
    StringBuilder more = new StringBuilder("id,h_1,h_2,h_3\n");
    for (int i = 0; i < 96; i++) {
      more.append("p" + i + "," + separate(i, "1", "") + "\n");
    }
    write("h.csv", more.toString());
    estimates(study("[s.csv, h.csv]", own));
    long asked = 0;
    for (CSVRecord row : Runs.table(folder.resolve("out/small/tables/estimates.csv"))) {
      boolean level = row.get("domain").equals("peers") && row.get("measure").equals("gad7.total");
      asked += level ? Long.parseLong(row.get("n")) : 0;
    }
    // 96 people, each level rounded to tens: with the others it would be about 190
    assertEquals(100, asked);
  }

  @Test
  void anUnknownTextIsCountedAndNeverEchoed() throws IOException {
    String joined = "{column: h, choices: {peers: Peers, team: Team}}";
    write("s.csv", data("h", i -> i == 5 ? "Peers;Utterly private" : "Peers", 96));
    write("study.yml", study("[s.csv]", joined));
    Runs.Result run = Runs.command("run", folder.toString());
    assertEquals(3, run.exit());
    assertTrue(run.err().contains("E301") && !run.err().contains("Utterly"), run.err());
  }
}
