package org.caretally.report.page;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.report.words.Tongue;

/**
 * Everything a report is made from: words from the study file and tables that passed the gate.
 *
 * @param info words about the study
 * @param estimates means and prevalences, everybody and by breakdown
 * @param bands shares of severity bands
 * @param correlations correlations
 * @param models regression models and curves
 * @param flow record flow: what was read, set aside and analysed
 * @param scales answered, prorated and unscorable per scale
 * @param coverage the twelve challenges and eight protective factors, measured or not
 * @param instruments instruments as used, in words
 * @param quality what was found in the data and what was done
 * @param items answers to single items
 * @param statistics how groups differ, and how scores spread
 * @param years how waves differ, and what others published
 * @param background what researchers ask of a study besides its results
 */
public record ReportInput(
    Info info,
    ProtectedTable estimates,
    ProtectedTable bands,
    ProtectedTable correlations,
    Models models,
    ProtectedTable flow,
    ProtectedTable scales,
    ProtectedTable coverage,
    ProtectedTable instruments,
    ProtectedTable quality,
    Items items,
    Statistics statistics,
    Years years,
    Background background) {

  /**
   * How waves differ, and what others published.
   *
   * @param changes change from wave to wave, and trends over all waves
   * @param comparability for each instrument and wave whether it can be compared
   * @param comparators published results beside those of this survey
   * @param response how many answered, of those invited
   * @param asked who was asked in each wave, how, and with which instruments
   */
  public record Years(
      ProtectedTable changes,
      ProtectedTable comparability,
      ProtectedTable comparators,
      ProtectedTable response,
      ProtectedTable asked) {
    /** One wave, and nothing to compare it with. */
    public static final Years NONE =
        new Years(
            empty("changes"),
            empty("comparability"),
            empty("comparators"),
            empty("response"),
            empty("asked"));

    private static ProtectedTable empty(String id) {
      return new ProtectedTable(id, List.of("wave"), List.of());
    }
  }

  /** Returns the language of the report. */
  public Tongue tongue() {
    return info.tongue();
  }

  /**
   * Regression models.
   *
   * @param lines what goes with an outcome when the rest of a model is held equal
   * @param checks tests of whole terms, and what shows whether a model can be trusted
   * @param curves each challenge along a number
   */
  public record Models(ProtectedTable lines, ProtectedTable checks, ProtectedTable curves) {}

  /**
   * How groups differ, and how scores spread.
   *
   * @param differences each group against the rest, and planned comparisons
   * @param tests tests whether a share is the same in all groups
   * @param spread standard deviations and quartiles, everybody
   * @param reliability how far the items of scales agree, everybody
   * @param descriptives people who are cases, ratios and design effects, everybody
   * @param imputation what stands for challenges, as analysed and with missing scores filled in
   */
  public record Statistics(
      ProtectedTable differences,
      ProtectedTable tests,
      ProtectedTable spread,
      ProtectedTable reliability,
      ProtectedTable descriptives,
      ProtectedTable imputation) {}

  /**
   * Answers to single items, and what they say about scales.
   *
   * @param ends shares at the lowest and highest possible score
   * @param answers how often each answer was given
   * @param safety answers to questions about self-harm, one line each
   */
  public record Items(ProtectedTable ends, ProtectedTable answers, ProtectedTable safety) {}

  /**
   * What researchers ask of a study besides its results.
   *
   * @param distributions scores and numbers in bins, everybody
   * @param scoring how each scale is scored, in words
   * @param reporting what the study file says for reporting checklists, by key
   * @param weighting how people are weighted and how precise results are
   * @param made how the report was made
   */
  public record Background(
      ProtectedTable distributions,
      ProtectedTable scoring,
      Map<String, String> reporting,
      List<Line> weighting,
      List<Line> made) {

    /** Copies the collections. */
    public Background {
      reporting = Map.copyOf(reporting);
      weighting = List.copyOf(weighting);
      made = List.copyOf(made);
    }
  }

  /**
   * Something with a name.
   *
   * @param name its name
   * @param words what is said of it
   */
  public record Line(String name, String words) {}

  /**
   * Words about the study.
   *
   * @param tongue the language of the report
   * @param title title of the report
   * @param population who was asked
   * @param organisation who publishes; may be empty
   * @param fieldwork when people answered; may be empty
   * @param analysis who is analysed, in words; empty for everybody
   * @param invited how many people were invited, all waves together; empty when not known
   * @param waves labels of the waves, oldest first; one for a survey of one wave
   * @param profile disclosure profile in force: standard, strict or public-use
   * @param k smallest base shown
   * @param design one sentence on weights, strata, PSUs, finite populations and the lonely-PSU rule
   * @param intervalMethod name of the prevalence interval
   * @param support where people can get help; may be empty
   * @param notes further sentences from the study file
   * @param quality sentences on what was noticed in the answers
   * @param overrides sentences on every scoring rule the study changed
   * @param columns sentences on columns that may say who a person is
   * @param protection sentences on what was done to protect people, and how it was checked
   * @param version product version
   * @param configHash hash of the study file and instruments, hexadecimal
   */
  public record Info(
      Tongue tongue,
      String title,
      String population,
      String organisation,
      String fieldwork,
      String analysis,
      OptionalLong invited,
      List<String> waves,
      String profile,
      int k,
      String design,
      String intervalMethod,
      List<String> support,
      List<String> notes,
      List<String> quality,
      List<String> overrides,
      List<String> columns,
      List<String> protection,
      String version,
      String configHash) {}
}
