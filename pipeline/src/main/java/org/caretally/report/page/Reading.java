package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import org.caretally.report.page.ReportInput.Info;
import org.caretally.report.page.Terms.Term;
import org.caretally.report.words.Tongue;

/** How to read the report, and its words. */
final class Reading {
  private Reading() {}

  static Section howTo(Info info) {
    Tongue t = info.tongue();
    List<String> lines = new ArrayList<>();
    lines.add(t.say("reading.dot"));
    lines.add(t.say("reading.line"));
    lines.add(t.say("reading.cutoff"));
    lines.add(t.say("reading.differences"));
    lines.add(t.say("trust.thresholds"));
    if (!info.profile().equals("public-use")) {
      lines.add(t.say("reading.hidden"));
    }
    return new Section(
        "reading", t.say("reading.title"), Audience.RESEARCHERS, List.of(new Bullets(lines)));
  }

  static Section glossary(Tongue t) {
    List<Term> terms =
        List.of(
            term(t, "glossary.confidential", "glossary.confidential.is"),
            term(t, "glossary.unreliable", "glossary.unreliable.is"),
            term(t, "glossary.inapplicable", "glossary.inapplicable.is"),
            term(t, "glossary.interval", "glossary.interval.is"),
            term(t, "glossary.base", "glossary.base.is"),
            term(t, "glossary.correlation", "glossary.correlation.is"),
            term(t, "glossary.cutoff", "glossary.cutoff.is"),
            term(t, "glossary.deff", "glossary.deff.is"),
            term(t, "glossary.headline", "glossary.headline.is"),
            term(t, "glossary.prorated", "glossary.prorated.is"),
            term(t, "glossary.psu", "glossary.psu.is"),
            term(t, "glossary.share", "glossary.share.is"),
            term(t, "glossary.wave", "glossary.wave.is"));
    return new Section(
        "glossary", t.say("glossary.title"), Audience.RESEARCHERS, List.of(new Terms(terms)));
  }

  private static Term term(Tongue t, String name, String meaning) {
    return new Term(t.say(name), List.of(t.say(meaning)));
  }
}
