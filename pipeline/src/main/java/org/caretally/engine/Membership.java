package org.caretally.engine;

import java.util.Arrays;
import java.util.List;
import org.caretally.design.Condition;
import org.caretally.design.Domain;
import org.caretally.intake.Step;
import org.caretally.study.Coding;
import org.caretally.study.Risk;

/** Which cells a coded row belongs to, and what is counted of the analysis population. */
final class Membership {
  private final Coding coding;
  private final Risk risk;
  private final Folded folded;
  private final int[] members;
  private final int[] firstCell;

  Membership(Coding coding, Risk risk, Folded folded) {
    this.coding = coding;
    this.risk = risk;
    this.folded = folded;
    List<Domain> domains = coding.domains();
    members = new int[domains.size() + 1];
    firstCell = new int[domains.size()];
    int cell = 1;
    for (int i = 0; i < firstCell.length; i++) {
      firstCell[i] = cell;
      cell += domains.get(i).levels().size();
    }
  }

  /** Returns the cells a row belongs to; none outside the analysis population. */
  int[] of(long[][] answers, long[] row, long line, String wave) {
    if (!Condition.all(coding.analysis(), row)) {
      folded.setAside(Step.OUTSIDE, line);
      return new int[0];
    }
    folded.flow().add(Step.ANALYSED);
    folded.counts(wave, coding).add(coding, answers, row);
    if (!risk.equals(Risk.NONE)) {
      crowd(row, wave);
    }
    int count = 1;
    List<Domain> domains = coding.domains();
    for (int i = 0; i < firstCell.length; i++) {
      int level = domains.get(i).levelOf(row);
      if (level >= 0) {
        members[count++] = firstCell[i] + level;
      }
    }
    return Arrays.copyOf(members, count);
  }

  private void crowd(long[] row, String wave) {
    List<Domain> domains = coding.domains();
    int[] levels = risk.domains().stream().mapToInt(d -> domains.get(d).levelOf(row)).toArray();
    folded.crowd().add(wave, levels, risk.outcomes().stream().mapToLong(o -> row[o]).toArray());
  }
}
