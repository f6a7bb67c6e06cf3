package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import org.caretally.report.page.ReportInput.Info;
import org.caretally.report.page.Terms.Term;

/** How to read the report, and its words. */
final class Reading {
  private Reading() {}

  static Section howTo(Info info) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "The dot is the best single guess. The line through it is the 95% interval: intervals"
            + " made in this way hold the true value in 95 of 100 surveys.");
    lines.add("A long line means few people answered, or that their answers vary a lot.");
    lines.add(
        "A cut-off is a score at which a closer look is worthwhile. Some people beyond it have no"
            + " disorder, and some below it have one.");
    lines.add(
        "Differences between groups or years have many sources: who answered, age, hours, chance."
            + " The figures describe; they do not explain.");
    lines.add(Trust.THRESHOLDS);
    if (!info.profile().equals("public-use")) {
      lines.add(
          "A number that is not shown protects the people behind it. Please do not try to work it"
              + " out.");
    }
    return new Section(
        "reading", "How to read this report", Composer.RESEARCHERS, List.of(new Bullets(lines)));
  }

  static Section glossary() {
    return new Section(
        "glossary",
        "Glossary",
        Composer.RESEARCHERS,
        List.of(
            new Terms(
                List.of(
                    term(
                        "[c]",
                        "Confidential: too few people, or a number that would give one away."),
                    term(
                        "[u]", "Unreliable: the interval is too wide for the number to be useful."),
                    term("[z]", "Not applicable: the number does not exist here."),
                    term("95% interval", "A range that says how precise an estimate is."),
                    term("Base, n", "How many people an estimate rests on, before weighting."),
                    term("Correlation, r", "How closely two scores go together, from −1 to 1."),
                    term(
                        "Cut-off",
                        "A published score from which an answer counts as a positive screen."),
                    term(
                        "Design effect", "How much the sample design widens an interval, squared."),
                    term(
                        "Headline measure",
                        "The one measure that stands for a topic in the overview."),
                    term(
                        "Prorated",
                        "Scored from the items answered, by the rule of the instrument."),
                    term("PSU", "Primary sampling unit: a group of people sampled together."),
                    term("Share", "Percentage of people, weighted to the population."),
                    term("Wave", "One round of a survey that is repeated.")))));
  }

  private static Term term(String name, String line) {
    return new Term(name, List.of(line));
  }
}
