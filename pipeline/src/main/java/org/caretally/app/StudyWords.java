package org.caretally.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caretally.design.Design;
import org.caretally.design.Errors;
import org.caretally.disclosure.Profile;
import org.caretally.engine.Outcome;
import org.caretally.estimate.ProportionInterval;
import org.caretally.problem.Problem;
import org.caretally.report.page.ReportInput;
import org.caretally.report.words.Tongue;
import org.caretally.study.Plan;
import org.caretally.study.Study;
import org.caretally.study.Treatment;

/**
 * The words of a study that a report needs: what the user wrote, and what was done, in sentences.
 */
final class StudyWords {
  private StudyWords() {}

  static ReportInput.Info info(
      Plan plan, Outcome outcome, Profile profile, List<Problem> noticed, List<String> protection) {
    Study study = plan.study();
    List<String> overrides = new ArrayList<>();
    plan.used()
        .forEach(u -> u.overrides().forEach(o -> overrides.add(u.instrument().name() + ": " + o)));
    return new ReportInput.Info(
        Tongue.of(study.about().language()),
        study.about().title(),
        study.about().population(),
        study.about().organisation(),
        study.about().fieldwork(),
        study.analysis().label(),
        study.about().invited(),
        waves(plan, outcome),
        profile.name(),
        profile.k(),
        design(plan.coding().design(), study.design()) + WeightingLines.sentence(plan),
        interval(study.interval()),
        study.about().support(),
        study.about().notes(),
        noticed.stream().map(Problem::what).toList(),
        overrides,
        columns(study.privacy()),
        protection,
        Version.number(),
        hash(plan));
  }

  /** Returns the labels of the waves, oldest first. */
  static List<String> waves(Plan plan, Outcome outcome) {
    return outcome.ledgers().keySet().stream()
        .map(w -> w.isEmpty() ? plan.study().wave().label() : w)
        .toList();
  }

  /** Sentences on columns that may say who a person is. */
  private static List<String> columns(Study.Privacy privacy) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Only the columns that the study names are read. Their names and a sample of their values"
            + " were searched for what may say who a person is; such a search finds much, but not"
            + " everything.");
    if (!privacy.drop().isEmpty()) {
      lines.add("Columns the study lists as never to be used: " + names(privacy.drop()) + ".");
    }
    if (!privacy.notIdentifying().isEmpty()) {
      lines.add(
          "Columns that the study says identify nobody, so that the search passed them over: "
              + names(privacy.notIdentifying())
              + ".");
    }
    return lines;
  }

  private static String names(List<Study.Named> columns) {
    return columns.stream().map(Study.Named::name).collect(Collectors.joining(", "));
  }

  /** One sentence on weights, strata, PSUs, finite populations and the lonely-PSU rule. */
  private static String design(Design design, Study.DesignUse use) {
    String weights =
        design.weighted()
            ? "Answers are weighted"
            : "Answers are not weighted: each person counts once";
    String strata = design.stratified() ? "sampling was stratified" : "there are no strata";
    String units =
        design.clustered()
            ? "people were sampled in groups, which are the primary sampling units"
            : "each person is a primary sampling unit";
    if (use.wavesShare().equals("same_people") && use.alone()) {
      units = "each person is a primary sampling unit, found again in other waves by the key";
    }
    String finite = design.finite() ? "; variances use the finite population correction" : "";
    String lonely =
        switch (design.lonely()) {
          case FAIL -> "";
          case REMOVE, CERTAINTY -> "; strata with a single unit contribute no variance";
          case ADJUST -> "; strata with a single unit are compared with the mean of all units";
          case AVERAGE -> "; strata with a single unit contribute the average of the others";
        };
    return weights + "; " + strata + "; " + units + finite + lonely + "." + errors(design);
  }

  private static String errors(Design design) {
    if (design.errors() instanceof Errors.Replicates r) {
      return " Errors come from "
          + r.factors().size()
          + " replicate weights ("
          + r.type()
          + ") with "
          + r.df()
          + " degrees of freedom; quantiles, rank tests, omega's error, tests of all groups and"
          + " models are left out, because replicates do not give their errors here.";
    }
    return design.errors().equals(Errors.jackknife())
        ? " Errors of means, shares, spreads, ratios, Pearson correlations, reliabilities,"
            + " differences and trends come from leaving out one primary sampling unit at a time"
            + " (jackknife); all others are linearised."
        : "";
  }

  private static String interval(ProportionInterval interval) {
    return switch (interval) {
      case KORN_GRAUBARD -> "Korn-Graubard";
      case XLOGIT -> "logit";
      case BETA -> "beta (Korn-Graubard without a limit of the sample size)";
      case WILSON -> "Wilson, with the effective sample size";
      case ASIN -> "arcsine of the root";
      case MEAN -> "estimate plus and minus the t quantile times the standard error";
      case LIKELIHOOD -> "likelihood, with the effective sample size";
    };
  }

  /**
   * Hash of everything that decides how the data are treated: the study file, its mapping tables
   * and the instruments' versions.
   */
  private static String hash(Plan plan) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(Files.readAllBytes(plan.study().file()));
      for (Study.Column column : plan.study().columns().values()) {
        Optional<Path> table = column.treatment().recode().flatMap(Treatment.Recode::file);
        if (table.isPresent()) {
          digest.update(Files.readAllBytes(table.get()));
        }
      }
      for (Path file : WeightingLines.files(plan)) {
        digest.update(Files.readAllBytes(file));
      }
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
