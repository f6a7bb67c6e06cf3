package org.caretally.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.caretally.instrument.ItemChecks;
import org.caretally.intake.Unreadable;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.study.Coding;
import org.caretally.study.Slot;

/** Says in words what was found wrong in the data: column, count and first lines, never a value. */
final class DataProblems {
  private DataProblems() {}

  /** Returns what is wrong with a text that a column does not accept. */
  static Code code(long unreadable) {
    if (unreadable == Unreadable.UNKNOWN_LABEL) {
      return Code.UNKNOWN_LABEL;
    }
    if (unreadable == Unreadable.OUT_OF_RANGE) {
      return Code.CODE_OUT_OF_RANGE;
    }
    if (unreadable == Unreadable.NOT_A_DATE) {
      return Code.NOT_A_DATE;
    }
    return unreadable == Unreadable.NOT_A_NUMBER ? Code.NOT_A_NUMBER : Code.TOO_MANY_DECIMALS;
  }

  /**
   * Returns the problems of the data.
   *
   * @param checks what was noticed about the answers to each instrument: where all codes are
   *     shifted, which is told as one problem, no number is told to be out of range besides
   */
  static List<Problem> of(Coding coding, Findings findings, List<ItemChecks> checks) {
    Set<Finding> told = new HashSet<>();
    for (int i = 0; i < checks.size(); i++) {
      List<Slot> slots =
          coding.scored().get(i).slots().stream().map(s -> coding.slots().get(s)).toList();
      List<String> columns = slots.stream().map(Slot::name).toList();
      boolean shifted =
          checks.get(i).findings("", columns, Place.in("")).stream()
              .anyMatch(p -> p.code() == Code.ANSWERS_SHIFTED);
      if (shifted) {
        slots.forEach(s -> told.add(new Finding(Code.CODE_OUT_OF_RANGE, s.file(), s.name())));
      }
    }
    List<Problem> problems = new ArrayList<>();
    findings
        .all()
        .forEach(
            (finding, seen) -> {
              if (!told.contains(finding)) {
                problems.add(problem(coding, finding, seen));
              }
            });
    return problems;
  }

  private static Problem problem(Coding coding, Finding finding, Findings.Seen seen) {
    String file = coding.files().get(finding.file()).name();
    Place place = new Place(file, (int) seen.first());
    String column = "column \"" + finding.column() + "\" ";
    String what =
        finding.code() == Code.RAGGED_ROW
            ? "rows have more or fewer fields than the header, " + seen.phrase()
            : column + trouble(finding.code()) + ' ' + seen.phrase();
    String expected =
        finding.code() == Code.RAGGED_ROW
            ? coding.files().get(finding.file()).fields() + " fields"
            : accepted(coding, finding);
    return new Problem(finding.code(), place, what, expected, "", fix(finding.code()));
  }

  private static String accepted(Coding coding, Finding finding) {
    return coding.slots().stream()
        .filter(s -> s.file() == finding.file() && s.name().equals(finding.column()))
        .map(Slot::accepted)
        .findFirst()
        .orElse("");
  }

  private static String trouble(Code code) {
    return switch (code) {
      case UNKNOWN_LABEL -> "has a label that is not known";
      case CODE_OUT_OF_RANGE -> "has a number that is not allowed";
      case NOT_A_NUMBER -> "has a text where a number is expected";
      case NOT_A_DATE -> "has a text that is no date in the declared pattern";
      case TOO_MANY_DECIMALS -> "has more decimals than declared";
      case WEIGHT_NOT_A_NUMBER -> "has no number as weight";
      case WEIGHT_NEGATIVE -> "has a negative weight";
      case WEIGHT_ZERO -> "has a weight of zero";
      case WEIGHT_NOT_HELD -> "has a weight too small or too large to be summed exactly";
      default -> "has no value";
    };
  }

  private static String fix(Code code) {
    return switch (code) {
      case UNKNOWN_LABEL ->
          "add the label to the levels or extra_labels of the study file, or to missing";
      case CODE_OUT_OF_RANGE ->
          "correct the data, or name the code under missing in the study file";
      case NOT_A_NUMBER -> "name the text under missing in the study file";
      case NOT_A_DATE -> "correct the pattern, or name the text under missing in the study file";
      case TOO_MANY_DECIMALS -> "raise decimals in the study file (at most 4)";
      case WEIGHT_ZERO ->
          "write zero_weights: set_aside under design if these people are not in the sample";
      case WEIGHT_NOT_HELD ->
          "multiply all weights by one number so that they lie between 0.001 and a million";
      case RAGGED_ROW ->
          "quote fields that hold the delimiter, or name another delimiter under files";
      default -> "correct the data, or leave these people out before the survey is weighted";
    };
  }
}
