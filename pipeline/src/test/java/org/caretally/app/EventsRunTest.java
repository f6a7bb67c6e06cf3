package org.caretally.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A REDCap project with events, a repeating form and a dictionary; rows told by being answered. */
class EventsRunTest {
  private static final int PEOPLE = 60;
  private static final String HEAD =
      "record_id,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,nick,job,"
          + "help___1,help___2,help___88,gad7_1,gad7_2,gad7_3,gad7_4,gad7_5,gad7_6,gad7_7,"
          + "survey_complete\n";
  private static final String DICTIONARY =
      "\"Variable / Field Name\",\"Form Name\",\"Section Header\",\"Field Type\",\"Field Label\","
          + "\"Choices, Calculations, OR Slider Labels\",\"Field Note\","
          + "\"Text Validation Type OR Show Slider Number\",\"Text Validation Min\","
          + "\"Text Validation Max\",Identifier?\n"
          + "record_id,survey,,text,Record,,,,,,\n"
          + "nick,survey,,text,Preferred form,,,,,,y\n"
          + "job,survey,,radio,\"Your <b>profession</b>\",\"1, Nurse | 2, Social worker | 9, Chaplain\""
          + ",,,,,\n"
          + "help,survey,,checkbox,Who helps you,\"1, Peers | 2, Team, informally | 88, Nobody\",,,,,\n";

  @TempDir Path folder;

  private static String answers(int person, int event) {
    StringBuilder row = new StringBuilder(person % 3 == 0 ? ",1" : ",2");
    row.append(person % 2 == 0 ? ",1,0,0" : ",0,1,1");
    for (int item = 0; item < 7; item++) {
      row.append(",").append((person * 7 + item * person + event) % 4);
    }
    return row.append(",2\n").toString();
  }

  /** Two events of everybody; each person also has two rows of a repeating form. */
  private void project() throws IOException {
    StringBuilder data = new StringBuilder(HEAD);
    for (int i = 0; i < PEOPLE; i++) {
      for (int event = 0; event < 2; event++) {
        String name = event == 0 ? "baseline_arm_1" : "later_arm_1";
        data.append(i + "," + name + ",,,nick" + i).append(answers(i, event));
      }
      for (int visit = 1; visit <= 2; visit++) {
        data.append(i + ",baseline_arm_1,visit," + visit + ",,,,,,,,,,,,,2\n");
      }
    }
    Files.writeString(folder.resolve("data.csv"), data);
    Files.writeString(folder.resolve("project_DataDictionary.csv"), DICTIONARY);
  }

  private void plain(int event) throws IOException {
    StringBuilder data = new StringBuilder(HEAD);
    for (int i = 0; i < PEOPLE; i++) {
      data.append(i + ",,,,").append(answers(i, event));
    }
    Files.writeString(folder.resolve("plain.csv"), data);
  }

  private Path run(String more) throws IOException {
    Files.writeString(
        folder.resolve("study.yml"),
        "version: 1\nid: events\ntitle: T\npopulation: P\nkey: record_id\n"
            + "drop: [nick]\ninstruments: {gad7: \"gad7_{1..7}\"}\n"
            + more);
    Path out = folder.resolve("out");
    Runs.Result run = Runs.command("run", folder.toString(), "--quiet", "--out", out.toString());
    assertEquals(0, run.exit(), run.err());
    return Path.of(run.out().strip());
  }

  private static Map<String, String> flow(Path report) throws IOException {
    Map<String, String> flow = new HashMap<>();
    for (CSVRecord row : Runs.table(report.resolveSibling("tables/flow.csv"))) {
      flow.put(row.get("step"), row.get("rows"));
    }
    return flow;
  }

  private static String numbers(Path report) throws IOException {
    return Files.readString(report.resolveSibling("tables/estimates.csv"));
  }

  @Test
  void oneEventIsChosenAndNobodyCountsTwice() throws IOException {
    project();
    plain(1);
    String alone = numbers(run("files: [plain.csv]\n"));
    Path report =
        run(
            "files: [data.csv]\nclean:\n  other_rows:\n"
                + "    - {column: redcap_event_name, accept: [later_arm_1]}\n"
                + "    - {column: redcap_repeat_instrument, answered: false}\n");
    assertEquals(alone, numbers(report));
    Map<String, String> flow = flow(report);
    assertEquals("240", flow.get("read"));
    assertEquals("180", flow.get("other_rows"));
    assertEquals("60", flow.get("analysed"));
  }

  @Test
  void eventsCanBeWavesOfTheSamePeople() throws IOException {
    project();
    Path report =
        run(
            "files: [data.csv]\nwave: {column: redcap_event_name}\nclean:\n"
                + "  other_rows: {column: redcap_repeat_instrument, answered: false}\n");
    assertEquals("120", flow(report).get("analysed"));
    assertTrue(numbers(report).contains("baseline_arm_1"));
    assertTrue(numbers(report).contains("later_arm_1"));
  }

  @Test
  void rowsOfOtherEventsAreNoPartnersOfJoinedFiles() throws IOException {
    project();
    Files.writeString(
        folder.resolve("more.csv"), "record_id,region\n0,North\n1,South\n2,North\n77,North\n");
    Path report =
        run(
            "files: [data.csv, more.csv]\ncolumns: {region: {levels: [North, South]}}\n"
                + "domains: {region: region}\nclean:\n  other_rows:\n"
                + "    - {column: redcap_event_name, accept: [later_arm_1]}\n"
                + "    - {column: redcap_repeat_instrument, answered: false}\n");
    Map<String, String> flow = flow(report);
    assertEquals("180", flow.get("other_rows"));
    assertEquals("60", flow.get("analysed"));
  }

  @Test
  void rowsThatWereNeverSentOffHaveNoDate() throws IOException {
    StringBuilder data =
        new StringBuilder("id,submitdate,gad7_1,gad7_2,gad7_3,gad7_4,gad7_5,gad7_6,gad7_7\n");
    for (int i = 0; i < 100; i++) {
      data.append(i).append(i % 4 == 0 ? "," : ",2026-05-04 10:11:12");
      data.append(",1,0,2,1,3,0,1\n");
    }
    Files.writeString(folder.resolve("lime.csv"), data);
    Files.writeString(
        folder.resolve("study.yml"),
        "version: 1\nid: lime\ntitle: T\npopulation: P\nfiles: [{path: lime.csv, platform: limesurvey}]\n"
            + "instruments: {gad7: \"gad7_{1..7}\"}\n"
            + "clean: {unfinished: {column: submitdate, answered: true}}\n");
    Path out = folder.resolve("out");
    Runs.Result run = Runs.command("run", folder.toString(), "--quiet", "--out", out.toString());
    assertEquals(0, run.exit(), run.err());
    assertEquals("25", flow(Path.of(run.out().strip())).get("unfinished"));
  }

  @Test
  void aRuleSaysOneThing() throws IOException {
    project();
    Files.writeString(
        folder.resolve("study.yml"),
        "version: 1\ntitle: T\npopulation: P\nfiles: [data.csv]\n"
            + "instruments: {gad7: \"gad7_{1..7}\"}\n"
            + "clean:\n  consent: {column: job, accept: [\"1\"], answered: true}\n"
            + "  preview: {column: job}\n  unfinished: {column: job, answered: perhaps}\n");
    Runs.Result check = Runs.command("check", folder.toString(), "--quiet");
    assertEquals(2, check.exit());
    assertTrue(check.err().contains("more than one of"), check.err());
    assertTrue(check.err().contains("none of"), check.err());
    assertTrue(check.err().contains("perhaps"), check.err());
  }

  @Test
  void initReadsTheDictionaryBesideTheExport() throws IOException {
    project();
    Runs.Result init = Runs.command("init", folder.resolve("data.csv").toString());
    assertEquals(0, init.exit(), init.err());
    assertTrue(init.out().contains("questions and answers from project_DataDictionary.csv"));
    String study = Files.readString(folder.resolve("study.yml"));
    assertTrue(study.contains("label: Your profession"), study);
    assertTrue(study.contains("\"1\": nurse") || study.contains("1: nurse"), study);
    assertTrue(study.contains("chaplain: Chaplain"), "an answer that nobody gave");
    assertTrue(study.contains("drop: [nick]"), study);
    assertTrue(
        study.contains("other_rows: {column: redcap_repeat_instrument, answered: false}"), study);
    assertTrue(study.contains("accept: [baseline_arm_1, later_arm_1]"), study);
    assertTrue(
        study.contains("peers: help___1") && study.contains("team_informally: help___2"), study);
    assertTrue(init.out().contains("choices of help"), init.out());

    String looked =
        study
            .replace(
                "  # other_rows: {column: redcap_event_name, accept: [baseline_arm_1, later_arm_1]}",
                "")
            .replace("clean:\n", "wave: {column: redcap_event_name}\nclean:\n")
            .replace("  # help:", "  help:")
            .replace("# key:", "key:");
    Files.writeString(folder.resolve("study.yml"), looked);
    Runs.Result check = Runs.command("check", folder.toString(), "--quiet");
    assertEquals(0, check.exit(), check.err() + looked);
  }

  @Test
  void aFileThatIsNoDictionaryIsRefusedByName() throws IOException {
    project();
    Runs.Result init =
        Runs.command(
            "init",
            folder.resolve("data.csv").toString(),
            "--dictionary",
            folder.resolve("data.csv").toString());
    assertEquals(3, init.exit());
    assertTrue(init.err().contains("no data dictionary"), init.err());
    assertFalse(Files.exists(folder.resolve("study.yml")));
  }
}
