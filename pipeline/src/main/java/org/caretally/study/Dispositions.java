package org.caretally.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.caretally.disclosure.Rate;

/**
 * What became of everybody who was invited, and the response rates that follow.
 *
 * <p>With I complete and P partial answers, R refusals, NC people not reached, O others who are
 * eligible, and U people of whom it is not known whether they are: RR1 = I/(I + P + R + NC + O +
 * U), RR2 with I + P above, RR3 and RR4 with e·U below instead of U, RR5 and RR6 without U. e is
 * the share of U that is thought to be eligible; unless the study gives it, it is that of those
 * whose eligibility is known, and without ineligible people there is no RR3 and RR4.
 *
 * <p>American Association for Public Opinion Research (2023). Standard Definitions, 10th edition.
 *
 * @param complete complete answers, I
 * @param partial partial answers, P
 * @param refusal refusals, R
 * @param nonContact not reached, NC
 * @param other other eligible people, O
 * @param unknown of unknown eligibility, U
 * @param notEligible known not to belong to the population
 * @param e share of U that is eligible, 0 to 1, if the study gives it
 */
public record Dispositions(
    long complete,
    long partial,
    long refusal,
    long nonContact,
    long other,
    long unknown,
    long notEligible,
    OptionalDouble e) {

  /** Returns the six rates; those that cannot be known are NaN. */
  public double[] rates() {
    double answered = complete + partial;
    double eligible = answered + refusal + nonContact + other;
    double share = e.orElse(notEligible > 0 ? eligible / (eligible + notEligible) : Double.NaN);
    double expected = unknown == 0 ? eligible : eligible + share * unknown;
    double all = eligible + unknown;
    return new double[] {
      complete / all,
      answered / all,
      complete / expected,
      answered / expected,
      complete / eligible,
      answered / eligible
    };
  }

  /** Returns the rates of all waves as they are to be published. */
  public static List<Rate> published(Map<String, Dispositions> all) {
    String[] below = {
      "everybody invited",
      "everybody invited",
      "those eligible, and the likely part of the unknown",
      "those eligible, and the likely part of the unknown",
      "those known to be eligible",
      "those known to be eligible"
    };
    List<Rate> rates = new ArrayList<>();
    all.forEach(
        (wave, one) -> {
          double[] values = one.rates();
          for (int i = 0; i < values.length; i++) {
            Map<String, String> words = new HashMap<>();
            words.put("wave", wave);
            words.put("rate", "RR" + (i + 1));
            words.put("label", i % 2 == 0 ? "complete answers" : "complete and partial answers");
            words.put("counts", "of " + below[i]);
            rates.add(new Rate(words, values[i]));
          }
        });
    return rates;
  }
}
