package org.caretally.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caretally.disclosure.Beside;

/**
 * Puts published results beside measures of the study: only where instrument, its version when it
 * is told, scale and cut-off are the same. All others keep the reason why not.
 */
public final class BesideFacts {
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

  private final Plan plan;

  private BesideFacts(Plan plan) {
    this.plan = plan;
  }

  /** Returns all comparators of a study. */
  public static List<Beside> of(Plan plan) {
    BesideFacts facts = new BesideFacts(plan);
    return plan.study().years().comparators().stream().map(facts::beside).toList();
  }

  private Beside beside(Comparator one) {
    List<String> why = new ArrayList<>();
    Optional<Measure> measure = match(one, why);
    Map<String, String> words = new HashMap<>();
    words.put("source", one.told().source());
    words.put("year", one.told().year());
    words.put("population", one.told().population());
    words.put("instrument", one.instrument());
    words.put("scale", one.scale());
    words.put("cutoff", one.cutoff());
    words.put("reason", String.join("; ", why));
    return new Beside(
        words,
        one.share() ? "prevalence" : "mean",
        measure.map(Measure::id).orElse(""),
        one.value(),
        one.low(),
        one.high());
  }

  private Optional<Measure> match(Comparator one, List<String> why) {
    String scale = one.instrument().isEmpty() ? one.scale() : one.instrument() + "." + one.scale();
    Optional<Plan.Used> used =
        plan.used().stream().filter(u -> u.instrument().id().equals(one.instrument())).findFirst();
    if (!one.instrument().isEmpty() && used.isEmpty()) {
      why.add("this survey does not use the instrument");
      return Optional.empty();
    }
    String version = used.map(u -> u.instrument().version()).orElse("");
    if (!one.told().version().isEmpty() && !one.told().version().equals(version)) {
      why.add("another version of the instrument: here it is " + version);
      return Optional.empty();
    }
    List<Measure> ofScale = plan.measures().stream().filter(m -> m.scale().equals(scale)).toList();
    if (ofScale.isEmpty()) {
      why.add("this survey has no result of this scale");
      return Optional.empty();
    }
    Optional<Measure> found =
        ofScale.stream()
            .filter(m -> m.cutoffLabel().isEmpty() != one.share() && same(one, m))
            .findFirst();
    if (found.isEmpty()) {
      why.add(one.share() ? cutoffs(ofScale) : "this survey has no mean of this scale");
    }
    return found;
  }

  private static String cutoffs(List<Measure> ofScale) {
    List<String> labels =
        ofScale.stream().map(Measure::cutoffLabel).filter(l -> !l.isEmpty()).toList();
    return labels.isEmpty()
        ? "another cut-off: here there is none"
        : "another cut-off: here " + String.join(", ", labels);
  }

  /** A cut-off named by its id must not have been moved by the study. */
  private boolean same(Comparator one, Measure measure) {
    if (!one.share()) {
      return true;
    }
    String id = measure.id().substring(measure.id().indexOf(':') + 1);
    if (!one.told().cutoffLabel().isEmpty()) {
      return id.equals(one.cutoff()) && measure.cutoffLabel().equals(one.told().cutoffLabel());
    }
    if (id.equals(one.cutoff())) {
      return plan.study().instruments().stream()
          .filter(u -> u.id().equals(one.instrument()))
          .noneMatch(u -> u.cutoffs().containsKey(one.scale() + ":" + one.cutoff()));
    }
    Matcher number = NUMBER.matcher(measure.cutoffLabel());
    boolean only = number.find() && number.group().equals(one.cutoff()) && !number.find();
    return only && measure.cutoffLabel().startsWith("at or above");
  }
}
