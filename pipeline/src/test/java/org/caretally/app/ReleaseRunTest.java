package org.caretally.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports that were published hold back later ones that could be subtracted from them. */
class ReleaseRunTest {
  @TempDir Path folder;

  private Path out;

  @BeforeEach
  void study() throws IOException {
    out = folder.resolve("out");
    write(400, 0);
    breakdowns("domains: {job: job}\n", "small");
  }

  private void breakdowns(String domains, String id) throws IOException {
    Files.writeString(
        folder.resolve("study.yml"),
        "version: 1\nid: "
            + id
            + "\ntitle: T\npopulation: P\nfile: s.csv\n"
            + "columns:\n  job: {levels: [Nurse, Social worker, Psychologist]}\n"
            + "  region: {levels: [North, South, East]}\n"
            + "  hours: {number: {min: 0, max: 60}}\n"
            + "instruments: {gad7: \"g{1..7}\"}\n"
            + domains);
  }

  private void write(int people, int late) throws IOException {
    write(people, late, 7);
  }

  /** Late people answer the first items only. Four people work 20 hours. */
  private void write(int people, int late, int answered) throws IOException {
    StringBuilder data = new StringBuilder("job,region,hours,g1,g2,g3,g4,g5,g6,g7\n");
    for (int i = 0; i < people + late; i++) {
      data.append(i % 5 == 0 ? "Social worker" : i % 7 == 0 ? "Psychologist" : "Nurse");
      data.append(i % 3 == 0 ? ",North" : i % 90 == 1 ? ",East" : ",South");
      data.append(
          i >= people ? "," : i % 100 == 1 ? ",20" : "," + List.of(10, 25, 33, 45).get(i % 4));
      for (int item = 0; item < 7; item++) {
        boolean blank = i >= people && item >= answered;
        data.append(",").append(blank ? "" : i >= people ? 3 : (i * 5 + item * i + i / 7) % 4);
      }
      data.append("\n");
    }
    Files.writeString(folder.resolve("s.csv"), data);
  }

  private Runs.Result run(String... more) {
    String[] all =
        Stream.concat(
                Stream.of("run", folder.toString(), "--quiet", "--out", out.toString()),
                Stream.of(more))
            .toArray(String[]::new);
    return Runs.command(all);
  }

  private Runs.Result release(String id, String... more) {
    return Runs.command(
        Stream.concat(Stream.of("release", out.resolve(id).toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  private static void ok(Runs.Result result) {
    assertEquals(0, result.exit(), result.err());
  }

  @Test
  void threeLateAnswersAreRefusedUntilTheFirstReportIsTakenBack() throws IOException {
    ok(run());
    ok(release("small"));
    ok(run());
    ok(release("small"));
    assertEquals(1, releases().size(), "the same report is no second release");

    write(400, 3);
    Runs.Result late = run();
    assertEquals(5, late.exit(), late.err());
    assertTrue(late.err().contains("E504") && late.err().contains("job"), late.err());
    assertFalse(late.err().contains("Exception"), late.err());
    assertTrue(Files.exists(out.resolve("small/report.html")), "the first report stays");

    ok(run("--supersede", "Late answers"));
    ok(release("small"));
    List<CSVRecord> facts = Runs.table(releases().get(1).resolve("release.csv"));
    assertEquals("Late answers", facts.get(0).get("supersedes"));
    ok(run());
    write(400, 0);
    assertEquals(5, run().exit(), "the first report is now the one that is too near");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10})
  void fewLateAnswersAreRefused(int late) throws IOException {
    ok(run());
    ok(release("small"));
    write(400, late);
    Runs.Result again = run();
    assertEquals(5, again.exit(), again.err());
    assertTrue(again.err().contains("E504"), again.err());
  }

  /** The people left over when some are taken from all are a group that nobody approved. */
  @Test
  void aReportAboutSomeOfThePeopleIsRefusedBesideHiddenNumbers() throws IOException {
    String hiding = "domains: {region: region}\ndisclosure: {small_groups: hide}\n";
    breakdowns(hiding, "small");
    ok(run());
    ok(release("small"));
    breakdowns(
        hiding + "analysis: {label: Nurses, where: [{variable: job, levels: [Nurse]}]}\n",
        "nurses");
    Runs.Result part = run();
    assertEquals(5, part.exit(), part.err());
    assertTrue(part.err().contains("E504"), part.err());
    assertFalse(Files.exists(out.resolve("nurses/report.html")), "no half of a report");
  }

  @Test
  void aReportAboutSomeOfThePeopleIsFreeWhereNothingIsHidden() throws IOException {
    many();
    breakdowns("", "small");
    ok(run());
    ok(release("small"));
    breakdowns("analysis: {label: Nurses, where: [{variable: job, levels: [Nurse]}]}\n", "nurses");
    ok(run());
  }

  /** What is left of a band, a bin or a count must be more than ten people too. */
  @Test
  void aReportThatLeavesFewPeopleInABinIsRefused() throws IOException {
    breakdowns("", "small");
    ok(run());
    ok(release("small"));
    breakdowns("analysis: {label: Nurses, where: [{variable: job, levels: [Nurse]}]}\n", "nurses");
    Runs.Result part = run();
    assertTrue(part.err().contains("distributions gad7.total"), part.err());
  }

  /** So many people of each job that every score has enough of them. */
  private void many() throws IOException {
    Random random = new Random(6);
    StringBuilder data = new StringBuilder("job,region,hours,g1,g2,g3,g4,g5,g6,g7\n");
    for (int i = 0; i < 6_000; i++) {
      data.append(i % 2 == 0 ? "Social worker" : "Nurse").append(",North,10");
      int usual = random.nextInt(4);
      for (int item = 0; item < 7; item++) {
        data.append(",").append(Math.max(0, Math.min(3, usual + random.nextInt(3) - 1)));
      }
      data.append("\n");
    }
    Files.writeString(folder.resolve("s.csv"), data);
  }

  @Test
  void anotherCutoffBesideHiddenNumbersIsRefused() throws IOException {
    breakdowns("domains: {region: region}\ndisclosure: {small_groups: hide}\n", "small");
    ok(run());
    ok(release("small"));
    String study = Files.readString(folder.resolve("study.yml"));
    Files.writeString(
        folder.resolve("study.yml"),
        study.replace(
            "{gad7: \"g{1..7}\"}",
            "{gad7: {columns: \"g{1..7}\", cutoffs: {\"total:screen_positive\": 8}}}"));
    Runs.Result other = run();
    assertTrue(other.err().contains("E504"), other.err());
  }

  @Test
  void whatOneReportHidesMustNotFollowFromFurtherGroups() throws IOException {
    breakdowns("domains: {region: region}\ndisclosure: {small_groups: hide}\n", "small");
    ok(run());
    ok(release("small"));
    breakdowns("domains: {region: region, job: job}\ndisclosure: {small_groups: hide}\n", "small");
    assertTrue(run().err().contains("E504"));
    breakdowns("domains: {region: region}\n", "small");
    assertTrue(run().err().contains("E504"), "groups merged in another way");
    breakdowns("domains: {region: region, job: job}\n", "other");
    assertTrue(run().err().contains("E504"), "the same data under another name");
  }

  /** Nobody has a new score; that somebody answered one question shows in other tables only. */
  @Test
  void lateAnswersWithoutAScoreAreRefused() throws IOException {
    ok(run());
    ok(release("small"));
    String before = Files.readString(out.resolve("small/tables/bands.csv"));
    write(400, 6, 1);
    Runs.Result late = run();
    assertTrue(late.err().contains("E504") && late.err().contains("gad7.total"), late.err());
    assertFalse(late.err().contains("everybody"), "no result differs");
    ok(run("--supersede", "Late answers"));
    assertEquals(before, Files.readString(out.resolve("small/tables/bands.csv")));
  }

  /** The four people of 20 hours lie between the two reports' bands. */
  @Test
  void bandsThatBeginElsewhereAreRefused() throws IOException {
    breakdowns("domains: {load: {of: hours, cuts: [0, 20, 30]}}\n", "small");
    ok(run());
    ok(release("small"));
    breakdowns("domains: {load: {of: hours, cuts: [0, 21, 30]}}\n", "small");
    Runs.Result other = run();
    assertTrue(other.err().contains("E504") && other.err().contains("load"), other.err());
  }

  @Test
  void binsThatBeginElsewhereAreRefused() throws IOException {
    breakdowns("", "small");
    ok(run());
    ok(release("small"));
    breakdowns("domains: {load: {of: hours, cuts: [0, 21]}}\n", "small");
    Runs.Result other = run();
    assertTrue(other.err().contains("E504"), other.err());
    assertTrue(other.err().contains("distributions hours"), other.err());
  }

  @Test
  void aReportOfOtherPeopleIsFree() throws IOException {
    ok(run());
    ok(release("small"));
    write(900, 0);
    ok(run());
    ok(release("small"));
    assertEquals(2, releases().size());
  }

  @Test
  void theLedgerHoldsWhatWasPublishedAndNothingElse() throws IOException {
    ok(run());
    ok(release("small"));
    for (String table : List.of("estimates", "bands", "items", "distributions", "flow", "curves")) {
      Path published = out.resolve("small/tables").resolve(table + ".csv");
      Path kept = releases().get(0).resolve(table + ".csv");
      assertEquals(-1, Files.mismatch(published, kept), table);
    }
    String manifest = Files.readString(out.resolve("small/manifest.json"));
    String mark = Runs.table(releases().get(0).resolve("release.csv")).get(0).get("data");
    assertTrue(mark.matches("[0-9a-f]{64}") && manifest.contains(mark), manifest);
    Path elsewhere = folder.resolve("elsewhere");
    assertFalse(mark.equals(DataMark.of(List.of(folder.resolve("s.csv")), elsewhere)), "keyed");
    assertEquals(
        mark, DataMark.of(List.of(folder.resolve("s.csv")), out.resolve("releases")), "same key");
  }

  @Test
  void aFolderThatIsNoReportIsNotReleased() throws IOException {
    Runs.Result result = Runs.command("release", Files.createDirectory(out).toString());
    assertEquals(3, result.exit());
    assertTrue(result.err().contains("E201") && result.err().contains("no finished report"));
  }

  private List<Path> releases() throws IOException {
    try (Stream<Path> all = Files.list(out.resolve("releases"))) {
      return all.filter(Files::isDirectory).sorted().toList();
    }
  }
}
