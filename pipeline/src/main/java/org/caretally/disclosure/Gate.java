package org.caretally.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The one gate. It alone turns estimates and counts into publishable cells; whoever draws, prints
 * or exports can get nothing else. Rules only ever withhold more; the first rule that withholds a
 * number gives it its mark.
 */
public final class Gate {
  /** Fewest people with and without, where the strict rule holds under every profile. */
  private static final int STRICT = 11;

  private static final Cell CONFIDENTIAL = new Withheld(Withheld.Mark.CONFIDENTIAL);

  private final Profile profile;
  private final List<Rule> rules;
  private final Precision precision;

  /** Creates the gate for a profile. */
  public Gate(Profile profile) {
    this(profile, rules(profile), new Precision(profile.protects()));
  }

  /** Creates a gate with other rules than the profile's, to show what each of them is for. */
  Gate(Profile profile, List<Rule> rules, Precision precision) {
    this.profile = profile;
    this.rules = rules;
    this.precision = precision;
  }

  static List<Rule> rules(Profile profile) {
    return profile.protects()
        ? List.of(
            new BaseRule(profile.k()),
            new CasesRule(profile.cases(), profile.k()),
            new ReliabilityRule())
        : List.of();
  }

  /** Returns the publishable table of one kind, rows in the order of the facts. */
  public ProtectedTable table(TableKind kind, List<Fact> facts) {
    return table(kind, facts, decide(facts, rules(kind)));
  }

  /**
   * Returns a publishable table of comparisons. A comparison is withheld with the result of either
   * group: the difference and the other group's result would give it back.
   *
   * @param estimates results of the groups, as published
   */
  public ProtectedTable comparisons(TableKind kind, List<Fact> facts, ProtectedTable estimates) {
    List<Rule> all = new ArrayList<>(rules);
    if (profile.protects()) {
      all.add(0, FollowRule.of(estimates));
    }
    return table(kind, facts, decide(facts, all));
  }

  /**
   * Returns a publishable table of cases in the population, ratios and design effects. Nothing is
   * told of weights in a wave in which they would give a hidden group away.
   *
   * @param quiet further waves in which nothing is told of weights
   */
  public ProtectedTable descriptives(List<Fact> facts, Released released, Set<String> quiet) {
    List<Rule> all = new ArrayList<>(rules);
    if (profile.protects()) {
      all.add(0, FollowRule.of(released.estimates()));
      all.add(0, new WeightsRule(released.quiet()));
      all.add(0, new WeightsRule(quiet));
    }
    return table(TableKind.DESCRIPTIVES, facts, decide(facts, all));
  }

  /**
   * Returns a publishable table of changes between waves. A change is shown only when the result of
   * each of its waves is published in its own right.
   *
   * @param estimates results of all waves, as published
   */
  public ProtectedTable changes(List<Fact> facts, ProtectedTable estimates) {
    List<Rule> all = new ArrayList<>(List.of(new ComparableRule()));
    if (profile.protects()) {
      all.add(WavesRule.of(Withheld.Mark.CONFIDENTIAL, "confidential", estimates));
      all.addAll(rules);
      all.add(WavesRule.of(Withheld.Mark.UNRELIABLE, "unreliable", estimates));
    }
    return table(TableKind.CHANGES, facts, decide(facts, all));
  }

  /**
   * Returns the publishable tables of a release. What the rules leave is audited as a whole, and
   * numbers that would give a withheld one away are withheld too.
   */
  public Released release(Release release) {
    Map<Integer, Rule> estimates = decide(release.estimates(), rules);
    Map<Integer, Rule> bands = decide(release.bands(), rules);
    Map<Integer, Rule> correlations = decide(release.correlations(), rules);
    String words = "";
    if (profile.protects()) {
      Audit audit = Audit.of(profile, release, estimates.keySet(), bands.keySet());
      further(estimates, audit.estimates());
      further(bands, audit.bands());
      further(correlations, audit.correlations());
      words = audit.words();
    }
    ProtectedTable results = table(TableKind.ESTIMATES, release.estimates(), estimates);
    return new Released(
        results,
        table(TableKind.BANDS, release.bands(), bands),
        table(TableKind.ENDS, release.ends()),
        table(TableKind.SAFETY, release.safety()),
        table(TableKind.CORRELATIONS, release.correlations(), correlations),
        words,
        profile.protects() ? WeightsRule.quiet(release, results) : Set.of());
  }

  /**
   * Confidentiality comes before reliability: a mark of imprecision tells that there are enough.
   */
  private static void further(Map<Integer, Rule> decided, Set<Integer> chosen) {
    FurtherRule rule = new FurtherRule(chosen);
    for (int at : rule.withhold(List.of(), Set.of())) {
      Rule before = decided.get(at);
      if (before == null || before.mark() != rule.mark()) {
        decided.put(at, rule);
      }
    }
  }

  private ProtectedTable table(TableKind kind, List<Fact> facts, Map<Integer, Rule> withheld) {
    List<ProtectedTable.Row> rows = new ArrayList<>();
    for (int i = 0; i < facts.size(); i++) {
      rows.add(new FactRow(kind, facts.get(i), withheld.get(i), precision, this::people).row());
    }
    return new ProtectedTable(kind.id(), kind.columns(), rows);
  }

  /** Self-harm is held to the strict rule under every profile, even where the data are public. */
  private List<Rule> rules(TableKind kind) {
    if (kind != TableKind.SAFETY) {
      return rules;
    }
    int fewest = Math.max(STRICT, profile.k());
    return List.of(new BaseRule(fewest), new CasesRule(fewest, fewest), new ReliabilityRule());
  }

  private static Map<Integer, Rule> decide(List<Fact> facts, List<Rule> rules) {
    Map<Integer, Rule> decided = new HashMap<>();
    for (Rule rule : rules) {
      for (Integer fact : rule.withhold(facts, Set.copyOf(decided.keySet()))) {
        decided.putIfAbsent(fact, rule);
      }
    }
    return decided;
  }

  /**
   * Returns a publishable table of counts. Counts from 1 to k − 1 are withheld, and further ones
   * where they would follow from a total.
   */
  public ProtectedTable counts(Tally tally) {
    Set<Tally.Place> hidden =
        profile.protects() ? CountsAudit.hidden(tally, profile.k()) : Set.of();
    List<ProtectedTable.Row> rows = new ArrayList<>();
    for (int row = 0; row < tally.rows().size(); row++) {
      Tally.Line line = tally.rows().get(row);
      List<Cell> cells = new ArrayList<>();
      for (String column : tally.columns()) {
        Long count = line.counts().get(column);
        cells.add(
            count == null
                ? words(line.words().get(column))
                : hidden.contains(new Tally.Place(row, column)) ? CONFIDENTIAL : people(count));
      }
      rows.add(new ProtectedTable.Row(tally.columns(), cells));
    }
    return new ProtectedTable(tally.id(), tally.columns(), rows);
  }

  /**
   * Returns a share in whole hundredths, rounded up, so that a small risk never reads as none.
   *
   * @param part how many of them
   * @param whole of how many; nothing is shown for 0
   */
  public Cell share(long part, long whole) {
    if (whole == 0) {
      return new Withheld(Withheld.Mark.NOT_APPLICABLE);
    }
    long hundredths = -Math.floorDiv(-Math.multiplyExact(part, 100L), whole);
    return precision.value(hundredths / 100.0, "share", whole);
  }

  /**
   * Returns a publishable table of answers to questions: a row for each answer, or for neighbouring
   * answers that too few people gave.
   */
  public ProtectedTable distributions(String id, List<Distribution> all) {
    return new Distributions(profile, precision, this::people).table(id, all);
  }

  /**
   * Returns published results of others beside those of everybody in one wave.
   *
   * @param estimates results of this survey, as published
   */
  public ProtectedTable beside(List<Beside> all, ProtectedTable estimates, String wave) {
    return BesideTable.of(all, estimates, wave);
  }

  /** Returns a publishable table of response rates. */
  public ProtectedTable rates(List<Rate> rates) {
    return BesideTable.rates(rates, precision);
  }

  /**
   * Returns the publishable table of distributions of scores and numbers, a row for each bin.
   *
   * @param released what is published of the same people
   */
  public ProtectedTable histograms(List<Histogram> all, Released released) {
    return new Histograms(profile, precision, released).table(all);
  }

  private static Cell words(String text) {
    return new Words(text == null ? "" : text);
  }

  private Cell people(long count) {
    if (profile.protects() && count > 0 && count < profile.k()) {
      return CONFIDENTIAL;
    }
    return precision.count(count);
  }
}
