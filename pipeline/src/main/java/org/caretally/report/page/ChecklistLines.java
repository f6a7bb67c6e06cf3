package org.caretally.report.page;

import java.util.List;

/** The lines of the reporting checklists, named in our own words. */
final class ChecklistLines {
  static final String STROBE_SOURCE =
      "von Elm E. et al. (2007). The STROBE statement. Lancet 370:1453–1457."
          + " doi:10.1016/S0140-6736(07)61602-X";
  static final String CHERRIES_SOURCE =
      "Eysenbach G. (2004). CHERRIES. Journal of Medical Internet Research 6:e34."
          + " doi:10.2196/jmir.6.3.e34";

  /** Keys that stand at the top of the study file, not under {@code reporting}. */
  static final List<String> ABOUT = List.of("population", "fieldwork");

  static final List<Line> STROBE =
      List.of(
          line("1a", "Design named in title or abstract", "abstract"),
          run("1b", "Short account of what was done and found", "headlines"),
          line("2", "Background and reasons for the study", "background"),
          line("3", "Aims and hypotheses", "objectives"),
          line("4", "Main points of the design", "study_design"),
          line("5", "Places and dates", "fieldwork", "setting"),
          line("6a", "Who could take part, and how people were chosen", "population participants"),
          run("7", "Outcomes, exposures and cut-offs defined", "instruments"),
          run("8", "How each variable was measured", "instruments"),
          line("9", "Efforts against bias", "bias"),
          line("10", "How the size of the study came about", "sample_size"),
          run("11", "How numbers were grouped, and why", "methods distributions"),
          run("12a", "Statistical methods", "methods"),
          run("12b", "Methods for groups and interactions", "methods"),
          run("12c", "How missing answers were treated", "missing imputation"),
          run("12d", "How the way of sampling was allowed for", "precision methods"),
          both("12e", "Checks with other methods", "sensitivity", "imputation"),
          run("13a", "Numbers of people at each stage", "flow"),
          both("13b", "Reasons for not taking part", "non_participation", "flow"),
          run("13c", "Flow diagram", "flow"),
          run("14a", "Who the people are", "breakdowns conditions"),
          run("14b", "How many answers are missing for each variable", "missing"),
          run("15", "Outcomes counted or summarised", "at-a-glance severity"),
          run("16a", "Plain and adjusted results with their precision", "all-results"),
          run("16b", "Limits of the groups of numbers", "breakdowns distributions"),
          run("16c", "Relative results also as absolute ones", "breakdowns"),
          run("17", "Other analyses", "goes-with dose imputation"),
          line("18", "Main results in the light of the aims", "key_results"),
          line("19", "Limitations", "limitations"),
          line("20", "Interpretation with caution", "interpretation"),
          line("21", "For whom the results hold", "generalisability"),
          line("22", "Funding and its role", "funding"));

  static final List<Line> CHERRIES =
      List.of(
          line("Design", "Target population and kind of sample", "population", "study_design"),
          line("Ethics", "Approval by an ethics board", "ethics"),
          line("Consent", "What people were told, and how they agreed", "consent"),
          both(
              "Data protection",
              "How personal data were kept safe",
              "data_protection",
              "disclosure"),
          line("Development", "How the questionnaire was made and tried out", "development"),
          line("Open or closed", "Anybody, or invited people only", "access"),
          line("Contact", "How people were first reached", "contact"),
          line("Advertising", "How the survey was made known", "advertising"),
          line("Web or e-mail", "How answers came in", "mode"),
          line("Context", "The site that carried the survey", "website"),
          line("Mandatory or voluntary", "Whether people had to answer", "voluntary"),
          line("Incentives", "What people got for answering", "incentives"),
          line("Time and date", "When answers were collected", "fieldwork"),
          line("Order of items", "Random order of items or blocks", "randomisation"),
          line("Adaptive questions", "Questions that depend on answers", "adaptive"),
          both("Number of items", "Items in all, and on a page", "items_per_page", "instruments"),
          line("Number of pages", "Pages of the questionnaire", "pages"),
          line("Completeness check", "Whether gaps were pointed out", "completeness_check"),
          line("Review step", "Whether answers could be changed", "review_step"),
          line("Unique visitors", "How visitors were told apart", "unique_visitors"),
          line("View rate", "Visitors of the survey among those of the site", "view_rate"),
          line("Participation rate", "Starters among visitors", "participation_rate"),
          both("Completion rate", "Finishers among starters", "completion_rate", "flow:unfinished"),
          line("Cookies", "Cookies against double answers", "cookies"),
          line("IP check", "IP addresses against double answers", "ip_check"),
          both("Other checks", "Log files and other ways to find copies", "log_files", "flow:copy"),
          line("Registration", "Log-in against double answers", "registration"),
          run("Incomplete answers", "Whether they were analysed", "missing flow"),
          both("Unusual times", "Answers given too fast", "atypical_times", "flow:too_fast"),
          run("Statistical correction", "Weights and the like", "precision methods"));

  private ChecklistLines() {}

  /**
   * One line.
   *
   * @param item its number or name
   * @param asks what it asks for
   * @param keys keys of the study file that answer it
   * @param places parts of the report that answer it, see {@link Checklists}
   */
  record Line(String item, String asks, List<String> keys, List<String> places) {}

  private static Line line(String item, String asks, String... keys) {
    List<String> all =
        List.of(keys).stream().flatMap(k -> List.of(k.split(" ", -1)).stream()).toList();
    return new Line(item, asks, all, List.of());
  }

  private static Line run(String item, String asks, String places) {
    return new Line(item, asks, List.of(), List.of(places.split(" ", -1)));
  }

  private static Line both(String item, String asks, String key, String places) {
    return new Line(item, asks, List.of(key), List.of(places.split(" ", -1)));
  }
}
