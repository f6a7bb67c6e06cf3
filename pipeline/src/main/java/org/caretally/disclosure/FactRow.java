package org.caretally.disclosure;

import java.util.List;
import java.util.function.LongFunction;
import org.caretally.estimate.Estimate;
import org.caretally.estimate.Reliability;

/** One fact as a row of its table, every number at the gate's precision, or withheld. */
record FactRow(
    TableKind kind, Fact fact, Rule rule, Precision precision, LongFunction<Cell> people) {

  ProtectedTable.Row row() {
    List<Cell> cells = kind.columns().stream().map(this::cell).toList();
    return new ProtectedTable.Row(kind.columns(), cells);
  }

  private Cell cell(String column) {
    Estimate e = fact.estimate();
    return switch (column) {
      case "statistic" -> new Words(e.statistic());
      case "ci_method" -> new Words(e.interval().method());
      case "status" -> new Words(status());
      case "reason" -> new Words(reason());
      case "result", "test", "meaning" -> number(new Words(fact.words().getOrDefault(column, "")));
      case "estimate" -> number(value(e.value()));
      case "std_error" -> number(value(e.standardError()));
      case "ci_low" -> number(value(e.interval().low()));
      case "ci_high" -> number(value(e.interval().high()));
      case "df" -> base(precision.df(e.df()));
      case "n" -> base(precision.count(e.n()));
      case "n_eff" -> number(precision.effective(e.effectiveN(), e.n()));
      case "deff" -> number(precision.ratio(e.designEffect()));
      case "p_value" -> number(precision.probability(e.pValue()));
      case "p_adjusted" -> number(precision.probability(fact.adjustedP()));
      default -> other(column);
    };
  }

  /** A base beside a printed one that has few people more would tell how many these are. */
  private Cell base(Cell shown) {
    long leftOut = fact.counts().getOrDefault(Fact.LEFT_OUT, 0L);
    return number(people.apply(leftOut) instanceof Withheld few ? few : shown);
  }

  /** Counts beside a withheld number are withheld with it. */
  private Cell other(String column) {
    Long count = fact.counts().get(column);
    if (count == null) {
      return new Words(fact.words().getOrDefault(column, ""));
    }
    return number(people.apply(count));
  }

  private Cell value(double number) {
    return precision.value(number, fact.estimate().statistic(), fact.estimate().n());
  }

  private Cell number(Cell shown) {
    return rule == null ? shown : new Withheld(rule.mark());
  }

  private String status() {
    if (rule != null && rule.mark() == Withheld.Mark.NOT_APPLICABLE) {
      return WavesUsed.NOT_COMPARABLE;
    }
    if (rule != null) {
      return rule.mark() == Withheld.Mark.CONFIDENTIAL ? "confidential" : "unreliable";
    }
    boolean imprecise = fact.estimate().reliability().grade() == Reliability.Grade.SUPPRESS;
    return imprecise ? "unreliable" : "shown";
  }

  /** The reason of a confidential number is the same for all of them, so that it tells nothing. */
  private String reason() {
    if (rule != null && rule.mark() == Withheld.Mark.CONFIDENTIAL) {
      return rule.reason();
    }
    if (rule != null && rule.mark() == Withheld.Mark.NOT_APPLICABLE) {
      return fact.words().getOrDefault(WavesUsed.NOT_COMPARABLE, "");
    }
    return fact.estimate().reliability().reason();
  }
}
