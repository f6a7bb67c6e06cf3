package org.caretally.study;

import java.util.List;
import java.util.Optional;
import org.caretally.design.Errors;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.Problems;

/**
 * Replicate weights that come with the data.
 *
 * @param columns their columns, in order
 * @param errors what is made of them
 */
public record ReplicatesUse(List<Study.Named> columns, Errors.Replicates errors) {
  /** Copies the list. */
  public ReplicatesUse {
    columns = List.copyOf(columns);
  }

  /** Reports what a study asks for that has no error by replicates here. */
  static void check(Study study, Problems problems) {
    if (study.design().replicates().isEmpty()) {
      return;
    }
    Study.CorrelationUse correlations = study.correlations();
    FurtherPairs further = correlations.further();
    if (correlations.methods().contains("spearman")
        || !further.partial().isEmpty()
        || !further.polychoric().isEmpty()) {
      refuse(
          problems,
          correlations.place(),
          "rank, partial and polychoric correlations",
          "ask for Pearson correlations only");
    }
    if (study.imputation().isPresent()) {
      refuse(problems, study.imputation().get().place(), "imputation", "leave imputation out");
    }
    if (!study.models().asked().isEmpty()) {
      Place place = study.models().asked().get(0).place();
      refuse(problems, place, "regression models", "write models: none");
    }
    if (!study.models().dose().of().isEmpty()) {
      Place place = study.models().dose().place();
      refuse(problems, place, "curves along a number", "write dose_response: none");
    }
  }

  private static void refuse(Problems problems, Place place, String what, String fix) {
    problems.add(
        new Problem(
            Code.REPLICATES_IMPOSSIBLE,
            place,
            "replicate weights give no errors for " + what + " here",
            "means, shares, spreads, ratios, Pearson correlations, differences and trends",
            "",
            fix));
  }

  /** Returns the models of a study: none by default where replicates could not give errors. */
  static Study.ModelUse models(Study study) {
    Study.ModelUse use = study.models();
    Study.DoseUse dose = use.dose();
    if (study.design().replicates().isEmpty()) {
      return use;
    }
    return new Study.ModelUse(
        false,
        use.asked(),
        new Study.DoseUse(false, dose.of(), dose.knots(), dose.with(), dose.place()));
  }

  /** Returns the errors that a design asks for. */
  static Errors errors(Optional<ReplicatesUse> use, Errors otherwise) {
    return use.<Errors>map(ReplicatesUse::errors).orElse(otherwise);
  }
}
