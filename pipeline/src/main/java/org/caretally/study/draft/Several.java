package org.caretally.study.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A question of which people could tick several choices.
 *
 * @param name what its columns share
 * @param columns a column for each choice, or the one that holds all of them
 * @param choices by short name the column of a choice, or its text in the one column
 */
record Several(String name, List<Facts> columns, Map<String, String> choices) {
  private static final int ROWS = 5;
  private static final int MOST = 25;
  private static final String BETWEEN = ";";
  private static final Set<String> TICKS =
      Set.of("0", "1", "y", "n", "yes", "no", "true", "false", "checked", "unchecked", "selected");

  /** Finds them among columns that nothing else uses. */
  static List<Several> of(List<Facts> open) {
    List<Several> all = new ArrayList<>();
    for (Series series : Series.of(open.stream().filter(c -> !c.name().isEmpty()).toList())) {
      boolean ticks = series.columns().stream().allMatch(Several::ticked);
      if (series.columns().size() > 1 && ticks) {
        all.add(own(series));
      } else {
        series.columns().forEach(c -> joined(c).ifPresent(all::add));
      }
    }
    return all;
  }

  /** One answer or none; or two that say whether a box is ticked. */
  private static boolean ticked(Facts c) {
    boolean words =
        c.counts().keySet().stream().allMatch(a -> TICKS.contains(a.toLowerCase(Locale.ROOT)));
    boolean part = c.name().matches(".*(\\]|___\\w+| / .*|_\\d+)");
    return c.counts().size() <= 2
        && part
        && (words
            || (c.counts().size() == 1
                && c.text().contains(c.counts().keySet().iterator().next())));
  }

  private static Several own(Series series) {
    Map<String, String> choices = new TreeMap<>();
    for (Facts c : series.columns()) {
      int cut = Math.max(c.text().lastIndexOf(" / "), c.text().lastIndexOf('['));
      String words = cut < 0 ? c.name() : c.text().substring(cut).replaceAll("^( / |\\[)|\\]$", "");
      choices.put(VariablesText.slug(words, choices.keySet()), c.name());
    }
    String stem = series.stem().replaceAll("(___)?#$", "").replaceAll("[_#]+$", "");
    return new Several(stem, series.columns(), choices);
  }

  private static Optional<Several> joined(Facts c) {
    Map<String, Integer> parts = new TreeMap<>();
    int several = 0;
    for (Map.Entry<String, Integer> answer : c.counts().entrySet()) {
      List<String> ticked = new ArrayList<>();
      for (String part : answer.getKey().split(BETWEEN, -1)) {
        if (!part.isBlank()) {
          ticked.add(part.strip());
        }
      }
      several += ticked.size() > 1 ? answer.getValue() : 0;
      ticked.forEach(p -> parts.merge(p, answer.getValue(), Integer::sum));
    }
    Map<String, String> choices = new TreeMap<>();
    int rare = 0;
    for (Map.Entry<String, Integer> part : parts.entrySet()) {
      boolean few = part.getValue() < ROWS || part.getKey().length() > 100;
      rare += few ? part.getValue() : 0;
      if (!few) {
        choices.put(VariablesText.slug(part.getKey(), choices.keySet()), part.getKey());
      }
    }
    boolean list = choices.size() > 1 && choices.size() <= MOST && rare * 5L <= c.filled();
    return list && several * 10L >= c.filled()
        ? Optional.of(new Several(c.name(), List.of(c), choices))
        : Optional.empty();
  }

  /** Returns whether all choices stand in one column. */
  boolean joined() {
    return columns.size() == 1;
  }
}
