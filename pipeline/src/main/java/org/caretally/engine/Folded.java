package org.caretally.engine;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.caretally.estimate.ClassTotals;
import org.caretally.estimate.Crowd;
import org.caretally.estimate.Layout;
import org.caretally.estimate.Ledger;
import org.caretally.instrument.ItemChecks;
import org.caretally.intake.Flow;
import org.caretally.intake.Repair;
import org.caretally.intake.Step;
import org.caretally.study.Coding;
import org.caretally.study.ScoreCounts;

/**
 * What rows become: a ledger for each wave, the record flow, what was set aside and why, counts of
 * scoring results, and problems. Merging is exact, associative and commutative, so any split of the
 * rows gives the same result.
 */
@SuppressWarnings("EnumOrdinal") // positions inside one run only
public final class Folded implements Serializable {
  private static final int STEP_BITS = 8;

  private final TreeMap<String, Ledger> ledgers = new TreeMap<>();
  private final TreeMap<String, ClassTotals> sample = new TreeMap<>();
  private final Flow flow = new Flow();
  private final Findings findings = new Findings();
  private final Crowd crowd = new Crowd();
  private final long[][] repairs;
  private final Spellings spellings = new Spellings();
  private final ArrayList<ItemChecks> checks = new ArrayList<>();
  private final TreeMap<String, ScoreCounts> counts = new TreeMap<>();
  private long[] aside = new long[16];
  private int asides;
  private final ArrayList<Kept> kept = new ArrayList<>();
  private boolean keeps;
  private long fallbacks;

  Folded(Coding coding) {
    repairs = new long[coding.declared().size()][Repair.values().length];
    coding.scored().forEach(s -> checks.add(ItemChecks.of(s.scoring())));
  }

  /** From now on keeps the rows of people themselves, too, for an export. */
  Folded keeping(boolean rows) {
    keeps = rows;
    return this;
  }

  /** Keeps a person if that is wanted. */
  void keep(Kept person) {
    if (keeps) {
      kept.add(person.copy());
    }
  }

  /** Returns the people of this part of the data; merging does not gather them. */
  List<Kept> kept() {
    return kept;
  }

  /**
   * Returns the checks of an instrument's answers, by its position in the coding. They see every
   * row that is scored, analysed or not: how an export numbers its answers is a fault of the file,
   * and it shows best in all of it. {@link #counts} hold the people who are analysed.
   */
  ItemChecks checks(int instrument) {
    return checks.get(instrument);
  }

  Spellings spellings() {
    return spellings;
  }

  /** Returns the counts of a wave. */
  ScoreCounts counts(String wave, Coding coding) {
    return counts.computeIfAbsent(wave, k -> new ScoreCounts(coding));
  }

  /** Returns the sample of a wave by classes of headcounts. */
  ClassTotals sample(String wave, int classes) {
    return sample.computeIfAbsent(wave, k -> new ClassTotals(classes));
  }

  SortedMap<String, ClassTotals> samples() {
    return sample;
  }

  Ledger ledger(String wave, Layout layout) {
    return ledgers.computeIfAbsent(wave, k -> new Ledger(layout));
  }

  void setAside(Step step, long line) {
    flow.add(step);
    if (asides == aside.length) {
      aside = Arrays.copyOf(aside, asides * 2);
    }
    aside[asides++] = line << STEP_BITS | step.ordinal();
  }

  void repair(int variable, Repair repair) {
    repairs[variable][repair.ordinal()]++;
  }

  void fallback(int times) {
    fallbacks += times;
  }

  Folded merge(Folded other) {
    other.ledgers.forEach(
        (wave, ledger) -> {
          Ledger ours = ledgers.get(wave);
          ledgers.put(wave, ours == null ? ledger : ours.merge(ledger));
        });
    other.sample.forEach(
        (wave, theirs) -> {
          ClassTotals ours = sample.get(wave);
          sample.put(wave, ours == null ? theirs : ours.merge(theirs));
        });
    flow.merge(other.flow);
    crowd.merge(other.crowd);
    findings.merge(other.findings);
    add(repairs, other.repairs);
    spellings.merge(other.spellings);
    for (int i = 0; i < checks.size(); i++) {
      checks.get(i).merge(other.checks.get(i));
    }
    other.counts.forEach(
        (wave, theirs) -> {
          ScoreCounts ours = counts.get(wave);
          counts.put(wave, ours == null ? theirs : ours.merge(theirs));
        });
    int size = asides + other.asides;
    aside = Arrays.copyOf(aside, Math.max(16, size));
    System.arraycopy(other.aside, 0, aside, asides, other.asides);
    asides = size;
    fallbacks += other.fallbacks;
    return this;
  }

  private static void add(long[][] ours, long[][] theirs) {
    for (int i = 0; i < ours.length; i++) {
      for (int j = 0; j < ours[i].length; j++) {
        ours[i][j] += theirs[i][j];
      }
    }
  }

  SortedMap<String, Ledger> ledgers() {
    return ledgers;
  }

  Flow flow() {
    return flow;
  }

  Crowd crowd() {
    return crowd;
  }

  Findings findings() {
    return findings;
  }

  SortedMap<String, ScoreCounts> counts() {
    return counts;
  }

  List<ItemChecks> checks() {
    return List.copyOf(checks);
  }

  long[][] repairs() {
    return repairs;
  }

  long fallbacks() {
    return fallbacks;
  }

  /** Returns lines that were set aside, in order, with their reasons. */
  SortedMap<Long, Step> setAside() {
    SortedMap<Long, Step> all = new TreeMap<>();
    for (int i = 0; i < asides; i++) {
      all.put(aside[i] >> STEP_BITS, Step.values()[(int) (aside[i] & ((1 << STEP_BITS) - 1))]);
    }
    return all;
  }
}
