package org.caretally.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.caretally.instrument.Instrument;
import org.caretally.instrument.ScaleInfo;
import org.caretally.study.Plan;

/** What the methods part says about an instrument. */
final class InstrumentWords {
  static final List<String> COLUMNS =
      List.of(
          "id",
          "title",
          "version",
          "items",
          "recall",
          "scoring",
          "missing_rule",
          "cutoffs",
          "licence",
          "citation",
          "changes");

  private InstrumentWords() {}

  static Map<String, String> of(Plan.Used use) {
    Instrument instrument = use.instrument();
    List<ScaleInfo> scales = use.scales();
    Map<String, String> words = new HashMap<>();
    words.put("id", instrument.id());
    words.put("title", instrument.title());
    words.put("version", instrument.version());
    words.put("items", Integer.toString(instrument.items().size()));
    words.put("recall", instrument.recall());
    words.put("scoring", each(scales, InstrumentWords::scoring));
    words.put("missing_rule", each(scales, s -> s.label() + ": " + s.missingRule()));
    words.put("cutoffs", each(scales, InstrumentWords::cutoffs));
    words.put("licence", licence(instrument));
    words.put("citation", instrument.citation());
    words.put("changes", ReportTables.sentences(use.overrides()));
    return words;
  }

  private static String each(List<ScaleInfo> scales, Function<ScaleInfo, String> say) {
    return ReportTables.sentences(scales.stream().map(say).toList());
  }

  private static String scoring(ScaleInfo scale) {
    String items = scale.items().size() + (scale.items().size() == 1 ? " item" : " items");
    String reversed =
        scale.reversed().isEmpty() ? "" : ", " + scale.reversed().size() + " of them reversed";
    String range = scale.range().isEmpty() ? "" : ", range " + scale.range();
    return scale.label() + ": " + items + reversed + range;
  }

  /** Returns the cut-offs of a scale, each with its source and how far it is confirmed. */
  static String listed(ScaleInfo scale) {
    return scale.cutoffs().stream()
        .map(c -> c.label() + " (" + source(c) + ")")
        .collect(Collectors.joining(", "));
  }

  private static String cutoffs(ScaleInfo scale) {
    if (scale.cutoffs().isEmpty()) {
      return "";
    }
    return scale.label() + ": " + listed(scale);
  }

  private static String source(ScaleInfo.CutoffInfo cutoff) {
    return cutoff.source().isEmpty()
        ? cutoff.evidence()
        : cutoff.source() + ", " + cutoff.evidence();
  }

  private static String licence(Instrument instrument) {
    String status = instrument.licence().status().replace('_', ' ');
    return instrument.licence().needsPermission()
        ? status + "; the owner of the survey must hold it"
        : status;
  }
}
