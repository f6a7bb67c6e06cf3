package org.caretally.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Published results of others beside those of this survey. Their numbers are public already; those
 * of this survey are the cells that the gate made before.
 */
final class BesideTable {
  private static final List<String> COLUMNS =
      List.of(
          "matched",
          "measure",
          "measure_label",
          "construct_label",
          "direction",
          "wave",
          "statistic",
          "estimate",
          "ci_low",
          "ci_high",
          "n",
          "comparator",
          "comparator_low",
          "comparator_high",
          "relation",
          "source",
          "year",
          "population",
          "instrument",
          "scale",
          "cutoff",
          "reason");
  private static final List<String> OWN =
      List.of(
          "measure_label",
          "construct_label",
          "direction",
          "wave",
          "estimate",
          "ci_low",
          "ci_high",
          "n");

  private BesideTable() {}

  static ProtectedTable of(List<Beside> all, ProtectedTable estimates, String wave) {
    List<ProtectedTable.Row> rows = new ArrayList<>();
    for (Beside one : all) {
      Optional<ProtectedTable.Row> own =
          estimates.rows().stream()
              .filter(r -> r.text("wave").equals(wave) && r.text("domain").isEmpty())
              .filter(r -> r.text("measure").equals(one.measure()))
              .findFirst();
      List<Cell> cells = COLUMNS.stream().map(c -> cell(c, one, own)).toList();
      rows.add(new ProtectedTable.Row(COLUMNS, cells));
    }
    return new ProtectedTable("comparators", COLUMNS, rows);
  }

  private static Cell cell(String column, Beside one, Optional<ProtectedTable.Row> own) {
    if (OWN.contains(column)) {
      boolean number = List.of("estimate", "ci_low", "ci_high", "n").contains(column);
      Cell none = number ? new Withheld(Withheld.Mark.NOT_APPLICABLE) : new Words("");
      return own.map(r -> r.cell(column)).orElse(none);
    }
    return switch (column) {
      case "matched" -> new Words(own.isPresent() ? "yes" : "no");
      case "measure" -> new Words(one.measure());
      case "statistic" -> new Words(one.statistic());
      case "comparator" -> published(one.value());
      case "comparator_low" -> published(one.low());
      case "comparator_high" -> published(one.high());
      case "relation" -> new Words(own.map(r -> relation(one, r)).orElse(""));
      default -> new Words(one.words().getOrDefault(column, ""));
    };
  }

  private static Cell published(double number) {
    return Double.isFinite(number)
        ? new Shown(number, BigDecimal.valueOf(number).stripTrailingZeros().toPlainString())
        : new Withheld(Withheld.Mark.NOT_APPLICABLE);
  }

  /** What the printed intervals say; without one, the value itself counts. */
  private static String relation(Beside one, ProtectedTable.Row own) {
    if (!own.shows("ci_low") || !own.shows("ci_high")) {
      return "";
    }
    double low = Double.isFinite(one.low()) ? one.low() : one.value();
    double high = Double.isFinite(one.high()) ? one.high() : one.value();
    if (own.number("ci_low") > high) {
      return "higher here";
    }
    return own.number("ci_high") < low ? "lower here" : "no clear difference";
  }

  /** Returns a table of rates, rounded as shares are. */
  static ProtectedTable rates(List<Rate> rates, Precision precision) {
    List<String> columns = List.of("wave", "rate", "label", "value", "counts");
    List<ProtectedTable.Row> rows = new ArrayList<>();
    for (Rate rate : rates) {
      Map<String, String> words = rate.words();
      rows.add(
          new ProtectedTable.Row(
              columns,
              List.of(
                  new Words(words.getOrDefault("wave", "")),
                  new Words(words.getOrDefault("rate", "")),
                  new Words(words.getOrDefault("label", "")),
                  precision.value(rate.value(), "prevalence", 0),
                  new Words(words.getOrDefault("counts", "")))));
    }
    return new ProtectedTable("response", columns, rows);
  }
}
