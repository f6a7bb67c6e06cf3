package org.caretally.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.caretally.disclosure.Fact;
import org.caretally.disclosure.TableKind;
import org.caretally.estimate.Cell;
import org.caretally.estimate.Difference;
import org.caretally.estimate.DomainSums;
import org.caretally.estimate.Estimate;
import org.caretally.estimate.FalseDiscovery;
import org.caretally.estimate.Holm;
import org.caretally.estimate.Mean;
import org.caretally.estimate.Ranks;
import org.caretally.estimate.Sampling;

/**
 * Differences of groups in one wave. Families: all groups and measures of one breakdown are a
 * matrix, adjusted by Benjamini and Hochberg; all planned comparisons of a study and all measures
 * are one family, adjusted by Holm.
 */
final class DifferenceFacts {
  private static final double LEVEL = 0.05;

  private final Plan plan;
  private final FactWords words;
  private final String wave;

  DifferenceFacts(Plan plan, FactWords words, String wave) {
    this.plan = plan;
    this.words = words;
    this.wave = wave;
  }

  /** One question, with its place among all. */
  private record Question(int at, Contrast contrast) {}

  /** A question: its place among all, a contrast, a measure, and what came out. */
  private record Asked(
      int at, Contrast contrast, Measure measure, List<Estimate> made, long n, long others) {
    String family() {
      return contrast.planned() ? "planned" : contrast.group().domain();
    }
  }

  /** One measure in one breakdown: every comparison of it looks at the same sums. */
  private record Subject(String domain, Measure measure) {}

  List<Fact> facts(Sampling sampling) {
    Map<Subject, List<Question>> subjects = new LinkedHashMap<>();
    Map<String, List<Asked>> families = new LinkedHashMap<>();
    int at = 0;
    for (Contrast c : Contrast.all(plan)) {
      for (Measure m : plan.measures(c.group())) {
        subjects
            .computeIfAbsent(new Subject(c.group().domain(), m), k -> new ArrayList<>())
            .add(new Question(at++, c));
      }
    }
    subjects.entrySet().parallelStream()
        .flatMap(e -> ask(sampling, e.getKey().measure(), e.getValue()))
        .sorted(Comparator.comparingInt(Asked::at))
        .forEachOrdered(a -> families.computeIfAbsent(a.family(), k -> new ArrayList<>()).add(a));
    List<Fact> facts = new ArrayList<>();
    families.forEach((family, members) -> facts.addAll(family(members)));
    return facts;
  }

  private Stream<Asked> ask(Sampling sampling, Measure measure, List<Question> questions) {
    Map<Cell, DomainSums> known = new HashMap<>();
    return questions.stream()
        .map(
            q ->
                ask(
                    sampling,
                    q,
                    measure,
                    cell -> known.computeIfAbsent(cell, k -> sampling.of(k, measure.estimator()))));
  }

  private Asked ask(
      Sampling sampling, Question question, Measure measure, Function<Cell, DomainSums> sums) {
    Contrast contrast = question.contrast();
    List<DomainSums> group = List.of(sums.apply(contrast.group()));
    List<DomainSums> others = contrast.others().stream().map(sums).toList();
    List<Estimate> made = new ArrayList<>(Difference.of(measure.estimator(), group, others));
    boolean ranked = contrast.planned() && !plan.coding().design().errors().smoothOnly();
    if (ranked && measure.estimator() instanceof Mean mean) {
      Ranks ranks = mean.ranks();
      made.add(
          ranks.compared(
              sampling.of(contrast.group(), ranks), sampling.of(contrast.others().get(0), ranks)));
    }
    return new Asked(
        question.at(),
        contrast,
        measure,
        made,
        Difference.people(measure.estimator(), group),
        Difference.people(measure.estimator(), others));
  }

  private List<Fact> family(List<Asked> members) {
    double[] p = members.stream().mapToDouble(a -> a.made().get(0).pValue()).toArray();
    boolean planned = members.get(0).contrast().planned();
    double[] adjusted = planned ? Holm.adjusted(p) : FalseDiscovery.adjusted(p);
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      Asked asked = members.get(i);
      Map<String, String> place = place(asked, planned, p.length);
      for (int j = 0; j < asked.made().size(); j++) {
        Estimate estimate = asked.made().get(j);
        boolean tested = j == 0;
        Map<String, String> own = new HashMap<>(place);
        own.put("result", tested ? result(estimate, adjusted[i]) : "");
        facts.add(
            new Fact(
                TableKind.DIFFERENCES,
                own,
                estimate,
                tested ? adjusted[i] : Double.NaN,
                Map.of("n_group", asked.n(), "n_against", asked.others()),
                asked.measure().care()));
      }
    }
    return facts;
  }

  private static String result(Estimate difference, double p) {
    if (Double.isNaN(p)) {
      return "";
    }
    return p >= LEVEL ? "no clear difference" : difference.value() > 0 ? "higher" : "lower";
  }

  private Map<String, String> place(Asked asked, boolean planned, int tests) {
    Contrast contrast = asked.contrast();
    Map<String, String> place = words.of(wave, contrast.group(), asked.measure());
    place.put("against", contrast.against());
    Cell against = planned ? contrast.others().get(0) : null;
    place.put(
        "against_label", against == null ? "the rest" : plan.cells().get(against).levelLabel());
    String family =
        planned
            ? "planned comparisons, " + tests + " tests, Holm"
            : asked.family() + " against the rest, " + tests + " tests, Benjamini-Hochberg";
    place.put("family", family);
    return place;
  }
}
