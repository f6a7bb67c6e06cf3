package org.caretally.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.caretally.codebook.Direction;
import org.caretally.disclosure.Fact;
import org.caretally.disclosure.TableKind;
import org.caretally.disclosure.WavesUsed;
import org.caretally.estimate.Cell;
import org.caretally.estimate.Change;
import org.caretally.estimate.Estimate;
import org.caretally.estimate.FalseDiscovery;
import org.caretally.estimate.Holm;
import org.caretally.estimate.Sampling;

/**
 * Change from each wave to the next, and linear and quadratic trend over three waves or more, of
 * every mean and share, for everybody and every group. Families: the changes to the newest wave,
 * for everybody, that the study plans are adjusted by Holm, by default those of what stands for the
 * challenges and factors, which are asked every year; all other answers to one question in one
 * breakdown by Benjamini and Hochberg.
 */
final class ChangeFacts {
  private static final double LEVEL = 0.05;

  private final Plan plan;
  private final FactWords words;
  private final WaveSet waves;
  private final Comparability comparability;

  ChangeFacts(
      Plan plan,
      FactWords words,
      SortedMap<String, Sampling> samplings,
      Comparability comparability) {
    this.plan = plan;
    this.words = words;
    this.comparability = comparability;
    waves = WaveSet.of(samplings, !plan.study().design().wavesShare().equals("nothing"));
  }

  /** One question about one measure in one cell, and what came out. */
  private record Asked(
      WaveSet.Asked question, Cell cell, Measure measure, Optional<String> barred, Estimate made) {}

  List<Fact> facts() {
    List<Asked> asked =
        plan.cells().keySet().parallelStream()
            .flatMap(c -> plan.measures(c).stream().flatMap(m -> ask(c, m).stream()))
            .toList();
    Map<String, List<Asked>> families = new LinkedHashMap<>();
    asked.forEach(a -> families.computeIfAbsent(family(a), k -> new ArrayList<>()).add(a));
    List<Fact> facts = new ArrayList<>();
    families.forEach((family, members) -> facts.addAll(family(family, members)));
    return facts;
  }

  private List<Asked> ask(Cell cell, Measure measure) {
    return waves.questions().stream()
        .map(
            q -> {
              Optional<String> barred = comparability.barred(measure, cell, q.labels());
              Estimate made =
                  Change.of(measure.estimator(), cell, q.question(), q.waves(), q.times());
              return new Asked(q, cell, measure, barred, made);
            })
        .toList();
  }

  private boolean planned(Asked a) {
    return a.question().newestStep()
        && a.cell().equals(Cell.EVERYBODY)
        && plan.changes().contains(a.measure().id());
  }

  private String family(Asked a) {
    String where = a.cell().equals(Cell.EVERYBODY) ? "everybody" : a.cell().domain();
    return planned(a) ? "planned changes" : a.question().words() + ", " + where;
  }

  private List<Fact> family(String family, List<Asked> members) {
    double[] p =
        members.stream()
            .mapToDouble(a -> a.barred().isPresent() ? Double.NaN : a.made().pValue())
            .toArray();
    boolean holm = planned(members.get(0));
    double[] adjusted = holm ? Holm.adjusted(p) : FalseDiscovery.adjusted(p);
    long tests = IntStream.range(0, p.length).filter(i -> !Double.isNaN(p[i])).count();
    String told = family + ", " + tests + " tests, " + (holm ? "Holm" : "Benjamini-Hochberg");
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      Asked a = members.get(i);
      facts.add(
          new Fact(
              TableKind.CHANGES,
              place(a, told, adjusted[i]),
              a.made(),
              adjusted[i],
              Map.of(),
              a.measure().care()));
    }
    return facts;
  }

  private Map<String, String> place(Asked a, String family, double adjusted) {
    List<String> labels = a.question().labels();
    Map<String, String> place =
        new HashMap<>(words.of(labels.get(labels.size() - 1), a.cell(), a.measure()));
    place.put("from", labels.get(0));
    place.put("family", family);
    place.put("unit", a.question().unit());
    place.put("samples", waves.sharing() ? "the same PSUs" : "fresh in each wave");
    String result = result(a, adjusted);
    place.put("result", result);
    place.put("meaning", meaning(a, result));
    WavesUsed.put(place, labels);
    a.barred().ifPresent(reason -> place.put(WavesUsed.NOT_COMPARABLE, reason));
    return place;
  }

  private static String result(Asked a, double p) {
    if (Double.isNaN(p)) {
      return "";
    }
    boolean up = a.made().value() > 0;
    return switch (a.question().question()) {
      case STEP -> p >= LEVEL ? "no clear change" : up ? "higher" : "lower";
      case LINEAR -> p >= LEVEL ? "no clear trend" : up ? "rises" : "falls";
      case QUADRATIC -> p >= LEVEL ? "no clear bend" : up ? "bends upwards" : "bends downwards";
    };
  }

  private static String meaning(Asked a, String result) {
    boolean up = result.equals("higher") || result.equals("rises");
    boolean down = result.equals("lower") || result.equals("falls");
    Direction direction = a.measure().direction();
    if (direction == Direction.NEUTRAL || !(up || down)) {
      return "";
    }
    return up == (direction == Direction.BETTER) ? "better" : "worse";
  }
}
