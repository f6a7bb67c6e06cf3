package org.caretally.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.caretally.disclosure.Fact;
import org.caretally.disclosure.Profile;
import org.caretally.disclosure.Release;
import org.caretally.estimate.Estimate;
import org.caretally.estimate.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody can be traced: attacks on the files that a reader gets. */
class GateAttackTest {
  private static final int[] SIZES = {60, 120, 250, 640, 2_000, 20_000};
  private static final int SURVEYS = Integer.getInteger("caretally.surveys", 204);

  @TempDir Path folder;

  private Path publish(Release release, Profile profile) throws IOException {
    Path to = Files.createTempDirectory(folder, "report");
    PublishedFiles.write(release, profile, to);
    return to;
  }

  private List<CSVRecord> csv(Release release, Profile profile) throws IOException {
    return PublishedFiles.table(publish(release, profile), "estimates");
  }

  @Test
  void noHiddenCountOfManySurveysIsFound() throws IOException {
    Score score = new Score();
    for (int i = 0; i < SURVEYS; i++) {
      Profile profile = Profile.of(i % 3 == 2 ? "strict" : "standard", 11);
      MadeSurvey survey =
          MadeSurvey.of(
              1000 + i,
              SIZES[i % SIZES.length],
              5 + i % 4,
              4,
              Profile.of(i / 6 % 2 == 0 ? profile.name() : "public-use", 11));
      score.attack(survey, profile, csv(survey.release(), profile), i % 17 == 0);
    }
    System.out.println("attack on " + SURVEYS + " surveys: " + score);
    assertTrue(score.attacked > 20 * SURVEYS, score.toString());
    assertEquals(0, score.recovered, score.toString());
    assertEquals(0, score.solvedExactly, score.toString());
  }

  @Test
  void theAttackFindsCountsWhenTheAuditIsBlind() throws IOException {
    Score score = new Score();
    Profile profile = Profile.of("standard", 11);
    for (int i = 0; i < 12; i++) {
      MadeSurvey survey = MadeSurvey.of(50 + i, SIZES[i % 4], 5, 4);
      Release whole = survey.release();
      Release blind =
          new Release(
              whole.estimates(), List.of(), List.of(), List.of(), List.of(), List.of(), false);
      score.attack(survey, profile, csv(blind, profile), false);
    }
    System.out.println("without the audit: " + score);
    assertTrue(score.recovered > 50 && score.solvedExactly > 5, score.toString());
  }

  @Test
  void worstCasesByHandHold() throws IOException {
    List<MadeSurvey> cases =
        List.of(
            MadeSurvey.byHand(new int[][] {{60, 20}, {55, 15}, {4, 1}}, 0, 0),
            MadeSurvey.byHand(new int[][] {{60, 20}, {55, 15}, {4, 1}, {1, 1}}, 0, 0),
            MadeSurvey.byHand(new int[][] {{60, 20}, {55, 15}}, 3, 2),
            MadeSurvey.byHand(new int[][] {{60, 0}, {55, 0}, {40, 0}}, 0, 0),
            MadeSurvey.byHand(new int[][] {{60, 60}, {55, 55}, {40, 39}}, 1, 1),
            MadeSurvey.byHand(new int[][] {{60, 1}, {55, 25}, {40, 20}}, 0, 0),
            MadeSurvey.byHand(new int[][] {{12, 3}, {12, 3}, {1, 1}}, 0, 0),
            MadeSurvey.byHand(new int[][] {{900, 300}, {800, 2}}, 0, 0),
            MadeSurvey.byHand(new int[][] {{9, 3}}, 70, 20),
            MadeSurvey.byHand(new int[][] {{5, 1}}, 5, 1));
    for (String name : List.of("standard", "strict")) {
      Profile profile = Profile.of(name, 11);
      Score score = new Score();
      for (MadeSurvey survey : cases) {
        score.attack(survey, profile, csv(survey.release(), profile), true);
      }
      System.out.println("worst cases, " + name + ": " + score);
      assertEquals(0, score.recovered, score.toString());
      assertEquals(0, score.solvedExactly, score.toString());
    }
  }

  @Test
  void whatIsHiddenLeavesNoTraceInAnyFile() throws IOException {
    Profile profile = Profile.of("standard", 11);
    MadeSurvey survey = MadeSurvey.of(7, 640);
    Path before = publish(survey.release(), profile);
    List<CSVRecord> csv = PublishedFiles.table(before, "estimates");
    List<Fact> changed = new ArrayList<>();
    int touched = 0;
    for (int i = 0; i < csv.size(); i++) {
      Fact fact = survey.estimates.get(i);
      boolean hidden = csv.get(i).get("status").equals("confidential");
      touched += hidden ? 1 : 0;
      changed.add(hidden ? disguised(fact) : fact);
    }
    assertTrue(touched > 20);
    Release other =
        new Release(changed, List.of(), List.of(), List.of(), List.of(), survey.margins, false);
    assertEquals(PublishedFiles.bytes(before), PublishedFiles.bytes(publish(other, profile)));
  }

  /** Charts, words and tables come from printed numbers: nothing finer is in any file. */
  @Test
  void noFileHoldsMoreThanThePrintedDigits() throws IOException {
    Profile profile = Profile.of("standard", 11);
    // below 200 people the audit takes counts as known, so that digits decide nothing
    MadeSurvey survey = MadeSurvey.of(9, 190);
    Path before = publish(survey.release(), profile);
    List<CSVRecord> csv = PublishedFiles.table(before, "estimates");
    List<Fact> changed = new ArrayList<>();
    int touched = 0;
    for (int i = 0; i < csv.size(); i++) {
      Fact fact = survey.estimates.get(i);
      boolean shown = csv.get(i).get("status").equals("shown");
      touched += shown ? 1 : 0;
      changed.add(shown ? coarse(fact, csv.get(i)) : fact);
    }
    assertTrue(touched > 100, touched + " numbers");
    Release other =
        new Release(changed, List.of(), List.of(), List.of(), List.of(), survey.margins, false);
    TreeMap<String, String> one = PublishedFiles.bytes(before);
    TreeMap<String, String> two = PublishedFiles.bytes(publish(other, profile));
    assertEquals(one.keySet(), two.keySet());
    one.forEach((name, bytes) -> assertEquals(bytes, two.get(name), name));
  }

  /** The numbers as printed, for the same people and cases. */
  private static Fact coarse(Fact fact, CSVRecord printed) {
    Estimate e = fact.estimate();
    Estimate made =
        new Estimate(
            e.statistic(),
            number(printed, "estimate"),
            number(printed, "std_error"),
            new Interval(
                number(printed, "ci_low"), number(printed, "ci_high"), e.interval().method()),
            (long) number(printed, "df"),
            e.n(),
            e.cases(),
            e.effectiveN(),
            number(printed, "deff"),
            e.pValue(),
            e.reliability());
    return new Fact(fact.table(), fact.words(), made, fact.adjustedP(), fact.counts(), fact.care());
  }

  private static double number(CSVRecord printed, String column) {
    String cell = printed.get(column);
    return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }

  /** Another share, error and interval for the same people and cases. */
  private static Fact disguised(Fact fact) {
    Estimate e = fact.estimate();
    Estimate made =
        new Estimate(
            e.statistic(),
            e.cases() >= 0 ? .123 : e.value(),
            .0456,
            e.interval(),
            e.df() + 3,
            e.n(),
            e.cases(),
            77,
            9.9,
            .5,
            e.reliability());
    return new Fact(fact.table(), fact.words(), made, .5, fact.counts(), fact.care());
  }

  @Test
  void theOrderOfFactsChangesNoDecision() throws IOException {
    Profile profile = Profile.of("strict", 11);
    MadeSurvey survey = MadeSurvey.of(11, 640);
    List<Fact> shuffled = new ArrayList<>(survey.estimates);
    Collections.shuffle(shuffled, new Random(3));
    List<String> plain = new ArrayList<>();
    csv(survey.release(), profile).forEach(r -> plain.add(String.join(",", r.toList())));
    List<String> other = new ArrayList<>();
    Release mixed =
        new Release(shuffled, List.of(), List.of(), List.of(), List.of(), survey.margins, false);
    csv(mixed, profile).forEach(r -> other.add(String.join(",", r.toList())));
    Collections.sort(plain);
    Collections.sort(other);
    assertEquals(plain, other);
  }
}
