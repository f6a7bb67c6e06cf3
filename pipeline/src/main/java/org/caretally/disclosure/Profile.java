package org.caretally.disclosure;

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
  private static final int CENSUS_PERCENT = 80;
  private static final int FEW_CASES = 3;

  /**
   * Returns the strict profile if so many of those invited answered that the survey is a census in
   * all but name, else this one. What the owner declared public stays so.
   *
   * @param answered people who answered
   * @param invited people who were invited
   */
  public Profile covering(long answered, long invited) {
    boolean census = 100 * answered >= CENSUS_PERCENT * invited;
    return protects && census ? of("strict", k) : this;
  }

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
}
