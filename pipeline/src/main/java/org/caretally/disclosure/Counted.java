package org.caretally.disclosure;

import java.util.Optional;

/**
 * A fact of the audit: people of a group, how many of them are a case, what their scores add up to.
 *
 * @param at position of the fact
 * @param fact the fact
 * @param hidden whether a rule has hidden it
 * @param profile profile in force
 */
record Counted(int at, Fact fact, boolean hidden, Profile profile) {

  long n() {
    return fact.estimate().n();
  }

  boolean ofCases() {
    return fact.estimate().cases() >= 0;
  }

  /** Returns whether there is somebody, and so few that nothing of them may be known. */
  boolean few() {
    return n() > 0 && n() < profile.k();
  }

  private String name() {
    return fact.words().getOrDefault("domain", "") + "\u0000" + fact.words().get("level");
  }

  long fewestCases() {
    return fact.care().sensitive() ? Math.max(profile.cases(), profile.k()) : profile.cases();
  }

  /** Returns the number of people. */
  Unknown people(long most) {
    // so much is published about everybody that their number counts as known
    Known known =
        Group.of(fact).equals(Group.EVERYBODY) ? new Known(n(), n()) : Known.base(fact.estimate());
    double rule = few() ? profile.k() - 1 : -1;
    return new Unknown(name(), n(), known.low(), known.high(), most, rule, n());
  }

  long value(boolean cases) {
    long with = fact.estimate().cases();
    return cases ? with : n() - with;
  }

  /**
   * Returns the number of cases, or of people who are none.
   *
   * @param cases which of the two
   */
  Unknown count(boolean cases) {
    long value = value(cases);
    Known with = Known.cases(fact.estimate());
    Known known = cases ? with : new Known(n() - with.high(), n() - with.low());
    double most = few() ? profile.k() - 1 : n();
    double rule =
        few() ? most : hidden && n() > 0 && value < fewestCases() ? fewestCases() - 1 : -1;
    return new Unknown(name(), value, known.low(), known.high(), most, rule, n());
  }

  /**
   * Returns what scores add up to, from the lowest possible one.
   *
   * @param low lowest possible score
   * @param scale multiplies scores
   * @param range largest possible score after that
   */
  Unknown sum(double low, double scale, double range) {
    double mean = fact.estimate().value() - low;
    Known known = Known.sum(mean, n(), scale);
    double most = (few() ? profile.k() - 1 : n()) * range;
    return new Unknown(
        name(), scale * mean * n(), known.low(), known.high(), most, few() ? most : -1, n());
  }

  /** Returns the lowest and the highest possible score, where they are known. */
  Optional<double[]> range() {
    try {
      double low = Double.parseDouble(fact.words().getOrDefault("range_low", ""));
      double high = Double.parseDouble(fact.words().getOrDefault("range_high", ""));
      return high > low ? Optional.of(new double[] {low, high}) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
