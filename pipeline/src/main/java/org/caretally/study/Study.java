package org.caretally.study;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.caretally.codebook.Language;
import org.caretally.design.Errors;
import org.caretally.estimate.ProportionInterval;
import org.caretally.intake.ChoiceDecoder;
import org.caretally.intake.FileFormat;
import org.caretally.intake.Outside;
import org.caretally.problem.Place;

/**
 * A study file as read: every part typed and valid by itself, names not yet looked up in the data
 * files. Each part that a later step may complain about carries its {@link Place}.
 *
 * @param file the study file; all paths in it are relative to its folder
 * @param id short name of the study, letters, digits, {@code -} and {@code _}: the folder under
 *     {@code reports}
 * @param about title, population and other words for the report
 * @param wave which wave the rows belong to
 * @param files the data files, at least one; several are joined by {@code key}
 * @param key column that identifies a respondent in every file, if there is one
 * @param missing texts that mean "no answer" in every column, besides the empty text
 * @param columns declared variables by name, in the order of the file
 * @param sex name of the declared variable that holds {@code female} and {@code male}, if any
 * @param instruments instruments asked, in the order of the file
 * @param domains breakdowns, in the order of the file
 * @param clean rows that are set aside
 * @param design how people were sampled
 * @param analysis the people the report speaks about: a domain, never a filter before the design
 * @param correlations which pairs, and inside which domains
 * @param models regression models
 * @param comparisons which groups are compared
 * @param descriptives totals and ratios asked for
 * @param imputation whether results are checked with missing scores filled in
 * @param interval interval for prevalences
 * @param disclosure disclosure profile
 * @param privacy columns that may say who a person is, and what the study says about them
 * @param years its waves, and what can be compared
 */
public record Study(
    Path file,
    String id,
    About about,
    WaveSource wave,
    List<DataFile> files,
    Optional<Named> key,
    List<String> missing,
    Map<String, Column> columns,
    Optional<Named> sex,
    List<InstrumentUse> instruments,
    List<DomainUse> domains,
    CleanUse clean,
    DesignUse design,
    Analysis analysis,
    CorrelationUse correlations,
    ModelUse models,
    ComparisonUse comparisons,
    DescriptiveUse descriptives,
    Optional<ImputationUse> imputation,
    ProportionInterval interval,
    DisclosureUse disclosure,
    Privacy privacy,
    YearsUse years) {

  /** Returns the same study with its earlier waves. */
  Study after(List<Study> earlier) {
    return new Study(
        file,
        id,
        about,
        wave,
        files,
        key,
        missing,
        columns,
        sex,
        instruments,
        domains,
        clean,
        design,
        analysis,
        correlations,
        models,
        comparisons,
        descriptives,
        imputation,
        interval,
        disclosure,
        privacy,
        years.after(earlier));
  }

  /** A name and where it was written. */
  public record Named(String name, Place place) {}

  /**
   * Words for the report.
   *
   * @param title title of the report
   * @param population who was asked, in words
   * @param organisation who publishes; may be empty
   * @param fieldwork when people answered, in words; may be empty
   * @param invited how many were invited, if known
   * @param support where people can get help, one line each; may be empty
   * @param notes further sentences about the study, such as where the data come from
   * @param reporting answers to lines of reporting checklists, by key
   * @param licence licence of the published tables; may be empty
   * @param language the language of the report
   */
  public record About(
      String title,
      String population,
      String organisation,
      String fieldwork,
      OptionalLong invited,
      List<String> support,
      List<String> notes,
      Map<String, String> reporting,
      String licence,
      Language language) {}

  /**
   * The wave: the label of the only one (may be empty), or the column whose texts name it.
   *
   * @param own whether it is one of several waves with files of their own
   */
  public record WaveSource(String label, Optional<Named> column, boolean own) {
    /** The wave of a study whose files hold all waves. */
    public WaveSource(String label, Optional<Named> column) {
      this(label, column, false);
    }
  }

  /**
   * One data file.
   *
   * @param path absolute path
   * @param name as the user wrote it, for messages
   * @param format how it is written
   * @param place where the file is named
   */
  public record DataFile(Path path, String name, FileFormat format, Place place) {}

  /**
   * A declared variable.
   *
   * @param name its name in the study
   * @param column its column in the data: a name or {@code FILE/NAME}, see {@link ColumnCheck}
   * @param label words for readers
   * @param number range and decimals, when it is a number
   * @param levels text in the data to level id, in order, when it has levels; several texts may
   *     share an id
   * @param labels level id to words; a missing entry uses the id
   * @param missing further texts that mean "no answer" here
   * @param treatment what is done to its answers before they count
   * @param choice how its cells are read when it is one choice of several
   * @param place where it is declared
   */
  public record Column(
      String name,
      String column,
      String label,
      Optional<NumberRange> number,
      Map<String, String> levels,
      Map<String, String> labels,
      List<String> missing,
      Treatment treatment,
      Optional<Choice> choice,
      Place place) {}

  /**
   * One choice of a question with several.
   *
   * @param decoder tells whether it is ticked
   * @param blankIsNo whether an empty cell means that it is not
   */
  public record Choice(ChoiceDecoder decoder, boolean blankIsNo) {}

  /**
   * A numeric variable.
   *
   * @param min smallest allowed value, in whole units
   * @param max largest allowed value, in whole units
   * @param decimals most decimals a value may have, 0 to 4
   * @param higher what a higher value means: worse, better or neutral
   * @param outside what is done to a value outside the range
   * @param factor what every value is multiplied by; 1 for nothing
   */
  public record NumberRange(
      long min, long max, int decimals, String higher, Outside outside, BigDecimal factor) {}

  /**
   * An instrument in the survey.
   *
   * @param id id of the instrument
   * @param columns columns in item order, patterns expanded
   * @param values {@code labels}, {@code codes} or {@code auto}
   * @param codesFrom the code in the data that stands for the lowest answer of an item, when the
   *     data number the answers from another one than the instrument
   * @param variant id of a variant, if any
   * @param maxMissing overrides the instrument's missing rule: most unanswered items that still
   *     give a score
   * @param rounding false keeps prorated sums unrounded; true is the instrument's own rule
   * @param cutoffs overrides of cut-offs: {@code scale:cutoff} to a new threshold as decimal text
   * @param missing further texts that mean "no answer" in its items
   * @param extraLabels further labels: item to (label to code)
   * @param scales the scales to report; empty for all
   * @param allowUnverified whether the user accepts a key that is not confirmed
   * @param licenceConfirmed whether the user holds the licence of a proprietary instrument
   * @param place where it is declared
   */
  public record InstrumentUse(
      String id,
      List<String> columns,
      String values,
      OptionalInt codesFrom,
      Optional<String> variant,
      OptionalInt maxMissing,
      boolean rounding,
      Map<String, String> cutoffs,
      List<String> missing,
      Map<String, Map<String, String>> extraLabels,
      List<String> scales,
      boolean allowUnverified,
      boolean licenceConfirmed,
      Place place) {}

  /**
   * A breakdown.
   *
   * @param id its name
   * @param label words for readers
   * @param of one declared variable; several breakdowns or variables with levels, crossed; or none,
   *     when {@code where} alone makes a breakdown of one level
   * @param cuts lower bounds of bands of a number, ascending; empty when {@code of} has levels. A
   *     value below the first bound is in no band.
   * @param labels words for the bands, as many as there are cuts; empty to derive them
   * @param where conditions that a person must meet to be in any of its levels
   * @param place where it is declared
   */
  public record DomainUse(
      String id,
      String label,
      List<String> of,
      List<String> cuts,
      List<String> labels,
      List<Condition> where,
      Place place) {}

  /**
   * A condition on one variable.
   *
   * @param variable a declared variable, or a scale such as {@code phq9.total}
   * @param min smallest value as decimal text; empty for none
   * @param max largest value as decimal text; empty for none
   * @param levels allowed level ids; empty for any
   * @param answered whether an answer is all that is asked
   * @param place where it is written
   */
  public record Condition(
      String variable,
      String min,
      String max,
      List<String> levels,
      boolean answered,
      Place place) {}

  /** The people the report speaks about: all conditions hold; the label is empty for everybody. */
  public record Analysis(String label, List<Condition> where) {}

  /**
   * How people were sampled.
   *
   * @param weight weight column; everybody weighs 1 without
   * @param zeroWeights whether they stop the run or are set aside, as the study file writes it
   * @param strata stratum column; one stratum without
   * @param psu PSU column; each person is a PSU without
   * @param fpc column with the number of PSUs in the stratum's population, or the sampling fraction
   *     below 1
   * @param lonely {@code fail}, {@code remove}, {@code certainty}, {@code adjust} or {@code
   *     average}
   * @param errors how standard errors are made without replicate weights
   * @param replicates replicate weights, if any
   * @param wavesShare what waves share: {@code nothing} (a fresh sample each wave), {@code
   *     same_agencies} or {@code same_people}
   * @param alone whether the PSU is the person, who answers again or {@code same_people}
   * @param alone whether the PSU is the person, who answers again
   * @param weighting headcounts that weights are made to meet, if any
   */
  public record DesignUse(
      Optional<Named> weight,
      String zeroWeights,
      Optional<Named> strata,
      Optional<Named> psu,
      Optional<Named> fpc,
      String lonely,
      Errors errors,
      Optional<ReplicatesUse> replicates,
      String wavesShare,
      boolean alone,
      Optional<WeightingUse> weighting) {}

  /**
   * Correlations asked for.
   *
   * @param none whether the study asks for no correlations at all
   * @param methods {@code pearson}, {@code spearman} or both, in the order of the report
   * @param measures scales and numbers that are correlated with each other; empty for all
   * @param pairs further pairs, two names each
   * @param further partial and polychoric correlations, and how missing answers are treated
   * @param within breakdowns inside whose levels the pairs are computed too
   * @param place where it is declared
   */
  public record CorrelationUse(
      boolean none,
      List<String> methods,
      List<String> measures,
      List<List<String>> pairs,
      FurtherPairs further,
      List<String> within,
      Place place) {}

  /**
   * Regression models asked for.
   *
   * @param byDefault whether the default model on burnout is wanted
   * @param asked models in the order of the file
   * @param dose how each challenge goes with a number
   */
  public record ModelUse(boolean byDefault, List<ModelAsked> asked, DoseUse dose) {}

  /**
   * Curves of each challenge over a number.
   *
   * @param byDefault whether numbers with bands and a direction get curves without being asked
   * @param of the number; empty when nothing is asked
   * @param knots knots of the curve as decimal texts; a single name is a breakdown
   * @param with what is held equal
   * @param place where it is declared
   */
  public record DoseUse(
      boolean byDefault, String of, List<String> knots, List<String> with, Place place) {}

  /**
   * A regression model.
   *
   * @param id its name
   * @param label words for readers; may be empty
   * @param outcome a scale, a number or a cut-off such as {@code phq9.total:screen_positive}
   * @param kind {@code linear}, {@code logistic} or {@code prevalence_ratio}; empty to go by the
   *     outcome
   * @param with what may go with it: scales, cut-offs, declared variables and breakdowns in bands
   * @param terms how what may go with it enters the model
   * @param place where its outcome is named
   */
  public record ModelAsked(
      String id,
      String label,
      String outcome,
      Optional<String> kind,
      List<String> with,
      TermUse terms,
      Place place) {}

  /**
   * How variables enter a model.
   *
   * @param reference the level that others are compared with, by variable
   * @param splines knots by number: decimal texts, the word {@code range}, or a breakdown
   * @param interactions pairs of names
   */
  public record TermUse(
      Map<String, String> reference,
      Map<String, List<String>> splines,
      List<List<String>> interactions) {
    /** Everything as it is. */
    static final TermUse PLAIN = new TermUse(Map.of(), Map.of(), List.of());
  }

  /**
   * What the study says about columns that may say who a person is.
   *
   * @param drop columns that must never be used
   * @param notIdentifying columns that look identifying and are not, by the word of the study
   */
  public record Privacy(List<Named> drop, List<Named> notIdentifying) {}

  /**
   * Disclosure.
   *
   * @param profile {@code standard}, {@code strict} or {@code public-use}
   * @param k smallest base that is shown
   * @param waiver reason for a k below 11; empty otherwise
   * @param merges whether small groups are shown together before any is hidden
   * @param place where it is declared
   */
  public record DisclosureUse(String profile, int k, String waiver, boolean merges, Place place) {}
}
