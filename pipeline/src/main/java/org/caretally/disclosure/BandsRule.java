package org.caretally.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * No severity band found by subtraction. The bands of a scale make up everybody with a score, and
 * those from a cut-off upwards make up its cases. A band that is withheld is protected by others
 * until the audit passes.
 */
record BandsRule(Profile profile) implements Rule {
  private static final int AUDITS = 12;

  @Override
  public Withheld.Mark mark() {
    return Withheld.Mark.CONFIDENTIAL;
  }

  @Override
  public Set<Integer> withhold(List<Fact> all, Set<Integer> withheld) {
    Map<String, List<Integer>> scales = new TreeMap<>();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).table() == TableKind.BANDS) {
        scales.computeIfAbsent(scale(all.get(i)), s -> new ArrayList<>()).add(i);
      }
    }
    Set<Integer> hidden = new TreeSet<>();
    scales.forEach((scale, bands) -> hidden.addAll(scale(scale, bands, all, withheld)));
    return hidden;
  }

  private static String scale(Fact fact) {
    return fact.words().get("wave") + "\n" + fact.words().get("scale");
  }

  private static int order(Fact fact) {
    return Integer.parseInt(fact.words().get("band_order"));
  }

  private Set<Integer> scale(
      String scale, List<Integer> unsorted, List<Fact> all, Set<Integer> withheld) {
    List<Integer> bands = new ArrayList<>(unsorted);
    bands.sort(Comparator.comparing(i -> order(all.get(i))));
    List<Long> counts = new ArrayList<>(List.of(all.get(bands.get(0)).estimate().n()));
    List<Fact> facts = new ArrayList<>();
    facts.add(null);
    BitSet primary = new BitSet();
    List<Integer> parts = new ArrayList<>();
    for (int band : bands) {
      if (withheld.contains(band)) {
        primary.set(counts.size());
      }
      parts.add(counts.size());
      counts.add(all.get(band).estimate().cases());
      facts.add(all.get(band));
    }
    List<Family.Block> blocks = new ArrayList<>(List.of(new Family.Block(0, parts, false)));
    for (int i = 0; i < all.size(); i++) {
      if (!withheld.contains(i) && shares(all.get(i), scale, counts.get(0))) {
        cutoff(all.get(i).estimate().cases(), parts, counts, facts, blocks);
      }
    }
    Set<Integer> hidden = new TreeSet<>();
    choose(counted(counts, facts, blocks), primary).stream()
        .forEach(i -> hidden.add(bands.get(i - 1)));
    return hidden;
  }

  /** Whether a fact is a share of the same people by a cut-off on the same scale. */
  private static boolean shares(Fact fact, String scale, long people) {
    return fact.table() == TableKind.ESTIMATES
        && fact.words().getOrDefault("domain", "").isEmpty()
        && scale(fact).equals(scale)
        && fact.estimate().cases() >= 0
        && fact.estimate().n() == people;
  }

  /** If the bands from one upwards have as many people as there are cases, they are the cases. */
  private static void cutoff(
      long cases,
      List<Integer> bands,
      List<Long> counts,
      List<Fact> facts,
      List<Family.Block> blocks) {
    long sum = 0;
    for (int i = bands.size() - 1; i > 0; i--) {
      sum += counts.get(bands.get(i));
      if (sum == cases) {
        blocks.add(new Family.Block(counts.size(), bands.subList(i, bands.size()), false));
        counts.add(cases);
        facts.add(null);
        return;
      }
    }
  }

  private Counted counted(List<Long> counts, List<Fact> facts, List<Family.Block> blocks) {
    List<Family.Place> places = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      places.add(new Family.Place("band", Integer.toString(i)));
    }
    return new Counted(
        new Family(List.copyOf(places), List.copyOf(blocks)),
        facts.toArray(Fact[]::new),
        counts.stream().mapToLong(Long::longValue).toArray(),
        new long[counts.size()],
        false,
        profile.k(),
        0);
  }

  private static BitSet choose(Counted bands, BitSet primary) {
    return new Complement(
            bands.family(),
            Complement.byCost(List.of(bands)),
            (hidden, first) -> Audit.exposed(bands, hidden, hidden, first),
            AUDITS * bands.people().length)
        .withheld(primary);
  }
}
