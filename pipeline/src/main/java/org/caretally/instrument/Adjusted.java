package org.caretally.instrument;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.caretally.problem.Code;
import org.caretally.problem.Nearest;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.Problems;

/** The scales of an instrument after a study's options, with a sentence for every changed rule. */
final class Adjusted {
  private final Instrument instrument;
  private final ScoringOptions options;
  private final Variant variant;
  private final boolean everything;
  private final Problems problems;
  private final List<Scale> scales = new ArrayList<>();
  private final List<String> sentences = new ArrayList<>();

  /**
   * Applies the options.
   *
   * @param everything whether bands and cut-offs that wait for a check are computed too; only for
   *     worked examples
   */
  Adjusted(
      Instrument instrument,
      ScoringOptions options,
      Variant variant,
      boolean everything,
      Problems problems) {
    this.instrument = instrument;
    this.options = options;
    this.variant = variant;
    this.everything = everything;
    this.problems = problems;
    apply();
  }

  List<Scale> scales() {
    return scales;
  }

  List<String> sentences() {
    return sentences;
  }

  private void apply() {
    List<String> names = instrument.scales().stream().map(Scale::id).toList();
    for (String wanted : options.scales()) {
      if (!names.contains(wanted)) {
        unknown("scale", wanted, names);
      }
    }
    cutoffNames();
    if (options.maxMissing().isPresent() && instrument.scales().stream().noneMatch(this::takes)) {
      refuse(
          "max_missing "
              + options.maxMissing().getAsInt()
              + " is more than half of the items of every scale");
    }
    if (!variant.id().isEmpty() && !variant.cutoffs().isEmpty()) {
      sentences.add(instrument.name() + ", variant " + variant.id() + ": " + variant.note() + ".");
    }
    for (Scale scale : instrument.scales()) {
      if (options.scales().isEmpty() || options.scales().contains(scale.id())) {
        scales.add(adjust(scale));
      }
    }
  }

  private void cutoffNames() {
    TreeSet<String> known = new TreeSet<>();
    for (Scale scale : instrument.scales()) {
      scale.cutoffs().forEach(c -> known.add(scale.id() + ":" + c.id()));
    }
    for (Map.Entry<String, String> e : options.cutoffs().entrySet()) {
      if (!known.contains(e.getKey())) {
        unknown("cut-off", e.getKey(), List.copyOf(known));
      } else if (!e.getValue().strip().matches("-?\\d{1,9}(\\.\\d{1,4})?")) {
        refuse("the cut-off " + e.getKey() + " needs a number with at most four decimals");
      }
    }
  }

  private void unknown(String kind, String wanted, List<String> names) {
    problems.add(
        new Problem(
            Code.UNKNOWN_NAME,
            Place.in(""),
            instrument.id() + " has no " + kind + " " + wanted,
            names.isEmpty() ? "none, it has no " + kind : "one of " + String.join(", ", names),
            Nearest.to(wanted, names),
            ""));
  }

  private void refuse(String what) {
    problems.add(
        Problem.of(Code.VALUE_NOT_ALLOWED, Place.in(""), instrument.id() + ": " + what, ""));
  }

  /** A changed missing rule applies to scales of which at least half must still be answered. */
  private boolean takes(Scale scale) {
    int most = options.maxMissing().orElse(0);
    return scale.method() instanceof Method.Total t && most >= 0 && 2L * most <= t.items().size();
  }

  private Scale adjust(Scale scale) {
    Method method = scale.method();
    if (method instanceof Method.Total t) {
      method = total(scale, t);
    }
    List<Cutoff> cutoffs = new ArrayList<>();
    for (Cutoff cutoff : scale.cutoffs()) {
      Cutoff c = cutoff(scale, cutoff);
      if (c.enabled()) {
        cutoffs.add(c);
      }
    }
    boolean bands = scale.bandsEnabled() || everything;
    return new Scale(
        scale.id(),
        scale.label(),
        scale.direction(),
        method,
        scale.range(),
        bands ? scale.bands() : List.of(),
        bands,
        scale.bandsEvidence(),
        scale.bandsNote(),
        cutoffs,
        scale.groupBands(),
        scale.groupEvidence(),
        scale.evidence(),
        scale.note());
  }

  private Method total(Scale scale, Method.Total t) {
    int missing = t.missing();
    if (options.maxMissing().isPresent() && takes(scale)) {
      missing = options.maxMissing().getAsInt();
    }
    if (missing != t.missing()) {
      sentences.add(
          scale.label()
              + ": scored with at most "
              + Wording.count(missing, "unanswered item", "unanswered items")
              + " instead of "
              + t.missing()
              + ".");
    }
    boolean halfUp = t.halfUp() && options.rounding();
    if (t.halfUp() && !options.rounding() && missing > 0) {
      sentences.add(scale.label() + ": prorated sums are not rounded.");
    }
    return new Method.Total(t.mean(), t.set(), t.multiply(), halfUp, missing, t.missingEvidence());
  }

  private Cutoff cutoff(Scale scale, Cutoff cutoff) {
    String key = scale.id() + ":" + cutoff.id();
    String text = options.cutoffs().get(key);
    BigDecimal own = variant.cutoffs().get(key);
    if (text != null && text.strip().matches("-?\\d{1,9}(\\.\\d{1,4})?")) {
      Cutoff changed = cutoff.with(new BigDecimal(text.strip()));
      sentences.add(
          scale.label()
              + ": the cut-off "
              + cutoff.id()
              + " is "
              + changed.words()
              + " instead of "
              + cutoff.words()
              + ".");
      return changed;
    }
    if (own != null) {
      return cutoff.with(own);
    }
    return everything ? cutoff.switchedOn() : cutoff;
  }
}
