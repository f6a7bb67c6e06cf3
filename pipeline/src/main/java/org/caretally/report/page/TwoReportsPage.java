package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import org.caretally.report.table.DataTable;

/** Two published reports side by side: first what can be compared, then the differences. */
public final class TwoReportsPage {
  private static final String AUDIENCE = "Two reports";

  private TwoReportsPage() {}

  /**
   * Something that must be the same in both.
   *
   * @param what an instrument or a result
   * @param comparable whether it is
   * @param reason why not; empty when it is
   */
  public record Check(String what, boolean comparable, String reason) {}

  /**
   * A difference, in words.
   *
   * @param measure what is measured
   * @param group of whom
   * @param before the first report's result with its interval
   * @param after the second report's
   * @param difference the second less the first
   * @param interval its 95 % interval
   * @param adjusted p-value, adjusted
   * @param result higher, lower or no clear difference
   */
  public record Line(
      String measure,
      String group,
      String before,
      String after,
      String difference,
      String interval,
      String adjusted,
      String result) {}

  /**
   * Returns the page.
   *
   * @param first name of the earlier report
   * @param second name of the later one
   * @param version version of the product
   */
  public static Page page(
      String first, String second, List<Check> checks, List<Line> lines, String version) {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("comparable", "What can be compared", AUDIENCE, checks(checks)));
    sections.add(new Section("differences", "Differences", AUDIENCE, lines(first, second, lines)));
    return new Page(
        "From " + first + " to " + second,
        "Two published reports compared",
        "Made from the published tables of both reports alone; no answers of people were read.",
        new Notice(
            "Approximate.",
            List.of(
                "The two surveys are taken for independent, and errors come from printed intervals."
                    + " When the same agencies or people answered both, true errors are smaller:"
                    + " put both years into one study to have them right.",
                "Scores are screening results, not diagnoses.")),
        List.of(),
        sections,
        List.of("Made by Caretally " + version + " from published numbers only."));
  }

  private static List<PageItem> checks(List<Check> checks) {
    DataTable.Builder table =
        new DataTable.Builder("checks", "What must be the same in both reports")
            .words("What", "Comparable", "Why not");
    for (Check check : checks) {
      table.row(check.what(), check.comparable() ? "yes" : "no", check.reason());
    }
    return List.of(
        new Prose(
            "Compared are version, items, recall period and scoring of each instrument, cut-offs and"
                + " ranges. Tables do not say who was asked and how; look at both reports for that."),
        new TableItem(table.build(), "", true));
  }

  private static List<PageItem> lines(String first, String second, List<Line> lines) {
    if (lines.isEmpty()) {
      return List.of(new Prose("No result is shown in both reports and comparable."));
    }
    DataTable.Builder table =
        new DataTable.Builder("lines", "Differences between the reports")
            .words("Measure", "Group")
            .numbers(first, second, "Difference", "95% interval", "p, adjusted")
            .words("Result");
    for (Line line : lines) {
      table.row(
          line.measure(),
          line.group(),
          line.before(),
          line.after(),
          line.difference(),
          line.interval(),
          line.adjusted(),
          line.result());
    }
    return List.of(
        new Prose(
            "Shares in percent, differences of shares in points of 100. All tests here are one family"
                + " adjusted by Benjamini and Hochberg."),
        new TableItem(table.build(), "compare", true));
  }
}
