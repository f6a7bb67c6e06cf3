package org.caretally.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.caretally.design.Design;
import org.caretally.disclosure.Profile;
import org.caretally.engine.Outcome;
import org.caretally.intake.Step;
import org.caretally.problem.Problem;
import org.caretally.report.page.ReportInput;
import org.caretally.study.Plan;
import org.caretally.study.Study;

/**
 * The words of a study that a report needs: what the user wrote, and what was done, in sentences.
 */
final class StudyWords {
  private StudyWords() {}

  static ReportInput.Info info(Plan plan, Outcome outcome, Profile profile, List<Problem> noticed) {
    Study study = plan.study();
    List<String> waves =
        outcome.ledgers().keySet().stream()
            .map(w -> w.isEmpty() ? study.wave().label() : w)
            .toList();
    List<String> overrides = new ArrayList<>();
    plan.used()
        .forEach(u -> u.overrides().forEach(o -> overrides.add(u.instrument().name() + ": " + o)));
    return new ReportInput.Info(
        study.about().title(),
        study.about().population(),
        study.about().organisation(),
        study.about().fieldwork(),
        study.analysis().label(),
        study.about().invited(),
        waves,
        profile.name(),
        profile.k(),
        design(plan.coding().design()),
        study.interval() == Study.Interval.XLOGIT ? "logit" : "Korn-Graubard",
        study.about().support(),
        notes(study, profile),
        noticed.stream().map(Problem::what).toList(),
        overrides,
        Version.number(),
        hash(plan));
  }

  /**
   * Returns the profile in force: that of the study file, or the strict one when at least 80 % of
   * those invited answered.
   */
  static Profile profile(Plan plan, Outcome outcome) {
    Study study = plan.study();
    Profile own = Profile.of(study.disclosure().profile(), study.disclosure().k());
    long answered = outcome.flow().count(Step.ANALYSED) + outcome.flow().count(Step.OUTSIDE);
    return study.about().invited().isPresent()
        ? own.covering(answered, study.about().invited().getAsLong())
        : own;
  }

  private static List<String> notes(Study study, Profile profile) {
    List<String> notes = new ArrayList<>(study.about().notes());
    if (!study.disclosure().profile().equals(profile.name())) {
      notes.add(
          "At least 80 % of those invited answered. The survey is treated as a census, and the"
              + " strict profile protects it.");
    }
    if (!study.disclosure().waiver().isEmpty()) {
      notes.add("Waiver for fewer than 11 people: " + study.disclosure().waiver());
    }
    return notes;
  }

  /** One sentence on weights, strata, PSUs, finite populations and the lonely-PSU rule. */
  private static String design(Design design) {
    String weights =
        design.weighted()
            ? "Answers are weighted"
            : "Answers are not weighted: each person counts once";
    String strata = design.stratified() ? "sampling was stratified" : "there are no strata";
    String units =
        design.clustered()
            ? "people were sampled in groups, which are the primary sampling units"
            : "each person is a primary sampling unit";
    String finite = design.finite() ? "; variances use the finite population correction" : "";
    String lonely =
        switch (design.lonely()) {
          case FAIL -> "";
          case REMOVE, CERTAINTY -> "; strata with a single unit contribute no variance";
          case ADJUST -> "; strata with a single unit are compared with the mean of all units";
          case AVERAGE -> "; strata with a single unit contribute the average of the others";
        };
    return weights + "; " + strata + "; " + units + finite + lonely + ".";
  }

  /**
   * Hash of everything that decides how the data are treated: the study file and the instruments'
   * versions.
   */
  private static String hash(Plan plan) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(Files.readAllBytes(plan.study().file()));
      plan.used()
          .forEach(
              u ->
                  digest.update(
                      (u.instrument().id() + u.instrument().version())
                          .getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
