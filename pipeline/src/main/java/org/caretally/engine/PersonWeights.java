package org.caretally.engine;

import java.util.List;
import org.caretally.codebook.Missing;
import org.caretally.design.Weight;
import org.caretally.intake.Unreadable;
import org.caretally.problem.Code;
import org.caretally.study.Coding;

/** Reads the weight of a person and, if the data have them, the replicate weights. */
final class PersonWeights {
  private final int slot;
  private final List<Integer> slots;
  private final long[] replicates;
  private final Complaint complaint;

  /** Where a cell that holds no weight is reported. */
  @FunctionalInterface
  interface Complaint {
    void about(Code code, Fields fields, int slot);
  }

  PersonWeights(Coding coding, Complaint complaint) {
    slot = coding.roles().weight();
    slots = coding.roles().replicates();
    replicates = new long[slots.size()];
    this.complaint = complaint;
  }

  /** Returns the weight of the row; 1 without weights, 0 when it was reported. */
  long weight(Fields fields) {
    if (slot < 0) {
      return Weight.ONE;
    }
    long weight = fields.code(slot);
    if (unreadable(weight)) {
      return report(Code.WEIGHT_NOT_A_NUMBER, fields, slot);
    }
    if (weight <= 0) {
      return report(weight < 0 ? Code.WEIGHT_NEGATIVE : Code.WEIGHT_ZERO, fields, slot);
    }
    return Weight.held(weight) ? weight : report(Code.WEIGHT_NOT_HELD, fields, slot);
  }

  /**
   * Returns the replicate weights of the row, in an array that the next row overwrites. One may be
   * 0, and negative where differences of neighbours made it.
   */
  long[] replicates(Fields fields) {
    for (int i = 0; i < replicates.length; i++) {
      int at = slots.get(i);
      long weight = fields.code(at);
      if (unreadable(weight)) {
        weight = report(Code.WEIGHT_NOT_A_NUMBER, fields, at);
      } else if (weight != 0 && !Weight.held(Math.abs(weight))) {
        weight = report(Code.WEIGHT_NOT_HELD, fields, at);
      }
      replicates[i] = weight;
    }
    return replicates;
  }

  private static boolean unreadable(long weight) {
    return Missing.is(weight) || weight == Unreadable.NOT_A_NUMBER;
  }

  private long report(Code code, Fields fields, int at) {
    complaint.about(code, fields, at);
    return 0;
  }
}
