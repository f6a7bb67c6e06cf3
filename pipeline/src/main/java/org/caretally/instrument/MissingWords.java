package org.caretally.instrument;

/** Says how unanswered items are treated. */
final class MissingWords {
  private MissingWords() {}

  static String of(Method method) {
    if (method instanceof Method.Total t) {
      return total(t);
    }
    if (method instanceof Method.Quotient) {
      return "All items must be answered; a divisor of zero gives no score.";
    }
    if (method instanceof Method.Criteria) {
      return "Unknown, and left out, when an unanswered item could decide it.";
    }
    return "All items must be answered, except 5j, which counts as 0 when unanswered.";
  }

  private static String total(Method.Total t) {
    int n = t.items().size();
    String mark = " (" + t.missingEvidence().words() + ")";
    if (n == 1) {
      return "The question must be answered.";
    }
    if (t.missing() == 0) {
      return "All " + n + " items must be answered" + mark + ".";
    }
    String rule = "At most " + t.missing() + " of " + n + " items may be unanswered" + mark + "; ";
    if (t.mean()) {
      return rule + "the answered items are averaged.";
    }
    return rule
        + "the sum is then raised in proportion"
        + (t.halfUp() ? " and rounded half-up." : " and not rounded.");
  }
}
