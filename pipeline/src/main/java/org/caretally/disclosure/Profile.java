package org.caretally.disclosure;

import java.util.List;

/**
 * How much protection the answers need.
 *
 * @param name {@code standard}, {@code strict} or {@code public-use}
 * @param k smallest number of people for whom a number is shown
 * @param cases smallest number of cases, and of people who are none, for whom a prevalence is shown
 * @param protects false only for public-use: the owner has declared the input public, nothing is
 *     withheld or rounded
 */
public record Profile(String name, int k, int cases, boolean protects) {
  /** What the report says when the rule for a census applies. */
  public static final String CENSUS =
      "Four in five of those invited, or more, are in this report, so it is treated as a census: the"
          + " strict profile applies, although the study asks for the standard one.";

  /** The names of all profiles, the strictest first. */
  public static final List<String> NAMES = List.of("strict", "standard", "public-use");

  private static final int FEW_CASES = 3;
  private static final int USUAL = 11;
  private static final double MOST = 0.8;

  /**
   * Returns the profile of a study file.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static Profile of(String name, int k) {
    return switch (name) {
      case "standard" -> new Profile(name, k, FEW_CASES, true);
      case "strict" -> new Profile(name, k, k, true);
      case "public-use" -> new Profile(name, 0, 0, false);
      default -> throw new IllegalArgumentException("no profile " + name);
    };
  }

  /** Returns another profile with the same smallest number of people. */
  public Profile named(String other) {
    return of(other, protects ? k : USUAL);
  }

  /**
   * Returns the profile for so many of those invited: who is known to have been invited is then
   * nearly sure to be in the numbers, so the strict rules apply.
   *
   * @param answered people analysed
   * @param invited people invited
   */
  public Profile census(long answered, long invited) {
    return protects && answered >= MOST * invited ? of("strict", k) : this;
  }
}
