package org.caretally.app;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.caretally.intake.Outside;
import org.caretally.intake.Step;
import org.caretally.study.CleanUse;
import org.caretally.study.Plan;
import org.caretally.study.Study;

/** The rules about rows in words: names and texts of the study file, never of the data. */
final class CleanWords {
  private static final int MOST = 8;

  private final Plan plan;
  private final CleanUse use;

  CleanWords(Plan plan) {
    this.plan = plan;
    use = plan.study().clean();
  }

  /** Returns for each step that has a rule what sets a row aside. */
  Map<Step, String> rules() {
    Map<Step, String> rules = new LinkedHashMap<>();
    for (Step step : plan.coding().cleaning().steps()) {
      rules.put(step, rule(step));
    }
    return rules;
  }

  private String rule(Step step) {
    return switch (step) {
      case OTHER_ROWS -> texts(CleanUse.Purpose.OTHER_ROWS);
      case PREVIEW -> texts(CleanUse.Purpose.PREVIEW);
      case UNFINISHED -> texts(CleanUse.Purpose.UNFINISHED);
      case NO_CONSENT -> texts(CleanUse.Purpose.CONSENT);
      case INATTENTIVE -> texts(CleanUse.Purpose.ATTENTION);
      case SAME_ANSWERS ->
          "the same answers in "
              + use.duplicates().size()
              + " columns as another row; of such rows the one with the fewest blanks stays";
      case TOO_FAST -> use.speeders().map(CleanWords::fast).orElse("");
      case IMPOSSIBLE -> impossible();
      case NOT_ELIGIBLE ->
          "does not meet: "
              + use.eligible().stream().map(this::condition).collect(Collectors.joining("; "));
      case TOO_FEW_ANSWERS ->
          "answered items of all instruments: fewer than " + plan.coding().cleaning().fewest();
      case STRAIGHT_LINES ->
          "one answer to every item of a scale with items in both directions: "
              + use.straightLining().stream()
                  .map(Study.Named::name)
                  .collect(Collectors.joining(", "));
      default -> "";
    };
  }

  private String texts(CleanUse.Purpose purpose) {
    return use.texts().stream()
        .filter(t -> t.purpose() == purpose)
        .map(
            t ->
                t.texts().isEmpty()
                    ? "\"" + t.column() + (t.accept() ? "\" is empty" : "\" is not empty")
                    : "\""
                        + t.column()
                        + (t.accept() ? "\" is not " : "\" is ")
                        + some(t.texts(), " or "))
        .collect(Collectors.joining("; "));
  }

  /** Returns at most eight texts. */
  static String some(List<String> texts, String between) {
    String shown = texts.stream().limit(MOST).collect(Collectors.joining(between));
    return texts.size() > MOST ? shown + " …" : shown;
  }

  private static String fast(CleanUse.Speeders rule) {
    List<String> limits = new ArrayList<>();
    rule.below().ifPresent(s -> limits.add("less than " + s + " seconds"));
    rule.share().ifPresent(s -> limits.add("less than " + percent(s) + " of the median time"));
    return String.join(", or ", limits);
  }

  private static String percent(BigDecimal share) {
    return share.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
  }

  private String impossible() {
    return plan.study().columns().values().stream()
        .filter(c -> c.number().map(n -> n.outside() == Outside.SET_ASIDE).orElse(false))
        .map(c -> c.label() + " outside " + range(c.number().orElseThrow()))
        .collect(Collectors.joining("; "));
  }

  /** Returns a range in words. */
  static String range(Study.NumberRange range) {
    return range.min() + " to " + range.max();
  }

  private String condition(Study.Condition c) {
    Study.Column column = plan.study().columns().get(c.variable());
    String label = column == null ? c.variable() : column.label();
    if (c.answered()) {
      return label + " answered";
    }
    List<String> parts = new ArrayList<>();
    if (!c.min().isEmpty()) {
      parts.add("at least " + c.min());
    }
    if (!c.max().isEmpty()) {
      parts.add("at most " + c.max());
    }
    if (!c.levels().isEmpty()) {
      parts.add(
          c.levels().stream()
              .map(l -> column == null ? l : column.labels().getOrDefault(l, l))
              .collect(Collectors.joining(" or ")));
    }
    return label + " " + String.join(" and ", parts);
  }
}
