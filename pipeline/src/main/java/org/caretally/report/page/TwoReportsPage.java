package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import org.caretally.report.table.DataTable;
import org.caretally.report.words.Tongue;

/** Two published reports side by side: first what can be compared, then the differences. */
public final class TwoReportsPage {
  private TwoReportsPage() {}

  /**
   * Something that must be the same in both.
   *
   * @param what the survey, an instrument or a result
   * @param verdict whether it is
   * @param reason why not; empty when it is
   */
  public record Check(String what, Verdict verdict, String reason) {}

  /** Whether something is the same in both reports. */
  public enum Verdict {
    SAME,
    DIFFERENT,
    NOT_KNOWN
  }

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
   * @param t the language of the page
   * @param first name of the earlier report
   * @param second name of the later one
   * @param version version of the product
   */
  public static Page page(
      Tongue t, String first, String second, List<Check> checks, List<Line> lines, String version) {
    Audience both = Audience.COMPARERS;
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("comparable", t.say("two.comparable"), both, checks(t, checks)));
    sections.add(
        new Section("differences", t.say("two.differences"), both, lines(t, first, second, lines)));
    return new Page(
        t,
        t.say("two.title", "first", first, "second", second),
        t.say("two.kicker"),
        t.say("two.lead"),
        new Notice(t.say("two.approximate"), List.of(t.say("two.errors"), t.say("strip.title"))),
        List.of(),
        sections,
        List.of(t.say("page.made", "version", version)));
  }

  private static List<PageItem> checks(Tongue t, List<Check> checks) {
    DataTable.Builder table =
        new DataTable.Builder("checks", t.say("two.checks"))
            .words(t.say("results.what"), t.say("two.same"), t.say("peers.why"));
    for (Check check : checks) {
      table.row(check.what(), verdict(t, check.verdict()), check.reason());
    }
    return List.of(new Prose(t.say("two.checks.how")), new TableItem(table.build(), "", true));
  }

  private static String verdict(Tongue t, Verdict verdict) {
    return switch (verdict) {
      case SAME -> t.say("two.yes");
      case DIFFERENT -> t.say("two.no");
      case NOT_KNOWN -> t.say("two.unknown");
    };
  }

  private static List<PageItem> lines(Tongue t, String first, String second, List<Line> lines) {
    if (lines.isEmpty()) {
      return List.of(new Prose(t.say("two.none")));
    }
    DataTable.Builder table =
        new DataTable.Builder("lines", t.say("two.table"))
            .words(t.say("common.measure"), t.say("common.group"))
            .numbers(first, second, t.say("common.difference"))
            .numbers(t.say("common.interval"), t.say("common.p.adjusted"))
            .words(t.say("groups.result"));
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
    return List.of(new Prose(t.say("two.shares")), new TableItem(table.build(), "compare", true));
  }
}
