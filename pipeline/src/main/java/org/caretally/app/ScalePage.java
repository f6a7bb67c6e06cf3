package org.caretally.app;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.caretally.instrument.Band;
import org.caretally.instrument.Cutoff;
import org.caretally.instrument.Instrument;
import org.caretally.instrument.ItemSet;
import org.caretally.instrument.Method;
import org.caretally.instrument.Scale;
import org.caretally.instrument.ScaleInfo;
import org.caretally.instrument.Scoring;
import org.caretally.instrument.ScoringOptions;

/** What the page of an instrument says about its scales. */
final class ScalePage {
  private static final String OFF = "off until a person has checked the source";

  private final Instrument instrument;
  private final ItemWords items;
  private final Map<String, String> missing = new TreeMap<>();

  ScalePage(Instrument instrument) {
    this.instrument = instrument;
    items = new ItemWords(instrument);
    Scoring.of(instrument, ScoringOptions.standard()).scales().forEach(this::note);
  }

  private void note(ScaleInfo info) {
    missing.put(info.id(), info.missingRule());
  }

  void add(Lines lines) {
    instrument.scales().forEach(s -> add(s, lines));
  }

  private void add(Scale scale, Lines lines) {
    String id = instrument.id() + "." + scale.id();
    lines.wrapped("  ", id + ": " + scale.label());
    lines.row(4, "Items", items.list(scale.method().items()));
    lines.row(4, "Reversed", reversed(scale.method()));
    lines.row(4, "Method", method(scale.method()));
    lines.row(4, "Range", scale.range());
    lines.row(4, "Higher is", scale.higherIs());
    lines.row(4, "Unanswered", missing.getOrDefault(id, ""));
    lines.row(4, "Bands", bands(scale));
    lines.row(4, "", scale.bands().isEmpty() ? "" : scale.bandsNote());
    lines.row(4, "Groups", groups(scale));
    String label = "Cut-offs";
    for (Cutoff cutoff : scale.cutoffs()) {
      lines.row(4, label, cutoff(cutoff, scale));
      label = "";
    }
    lines.row(4, "Key", scale.evidence().words());
    lines.row(4, "Note", scale.note());
  }

  private String reversed(Method method) {
    TreeSet<Integer> reversed = new TreeSet<>();
    if (method instanceof Method.Total t) {
      reversed.addAll(t.set().reversed());
    } else if (method instanceof Method.Quotient q) {
      reversed.addAll(q.numerator().reversed());
      reversed.addAll(q.denominator().reversed());
    }
    return items.list(reversed);
  }

  private String method(Method method) {
    if (method instanceof Method.Total t) {
      if (t.items().size() == 1 && t.multiply() == 1) {
        return "the answer itself";
      }
      String what = t.mean() ? "mean of the answered items" : "sum";
      return what + (t.multiply() == 1 ? "" : ", times " + t.multiply());
    }
    if (method instanceof Method.Quotient q) {
      return "mean of " + set(q.numerator()) + " divided by mean of " + set(q.denominator());
    }
    if (method instanceof Method.Criteria c) {
      return "rule, met when "
          + c.all().stream().map(this::criterion).collect(Collectors.joining("; and "));
    }
    return "a calculation of its own, after the published instructions";
  }

  private String set(ItemSet set) {
    return items.named(set.indexes());
  }

  private String criterion(Method.Criterion c) {
    String exceptions =
        new TreeMap<>(c.codeOf())
            .entrySet().stream()
                .map(e -> "item " + items.name(e.getKey()) + ": " + e.getValue())
                .collect(Collectors.joining(", "));
    String count = c.items().size() == 1 ? "" : "at least " + c.atLeast() + " of ";
    return count
        + items.named(c.items())
        + (c.atLeast() == 1 ? " is " : " are ")
        + c.code()
        + " or more"
        + (exceptions.isEmpty() ? "" : " (" + exceptions + " or more)");
  }

  private static String bands(Scale scale) {
    if (scale.bands().isEmpty()) {
      return "";
    }
    String off = scale.bandsEnabled() ? "" : "; " + OFF;
    return ItemWords.marked(list(scale.bands()), scale.bandsEvidence()) + off;
  }

  private static String groups(Scale scale) {
    return scale.groupBands().isEmpty()
        ? ""
        : "for averages of at least ten people: "
            + ItemWords.marked(list(scale.groupBands()), scale.groupEvidence());
  }

  private static String list(List<Band> bands) {
    return bands.stream()
        .map(
            b ->
                b.id().replace('_', ' ')
                    + (b.above() ? " above " : " from ")
                    + ItemWords.number(b.from()))
        .collect(Collectors.joining(", "));
  }

  private static String cutoff(Cutoff c, Scale scale) {
    StringBuilder text = new StringBuilder(scale.id() + ":" + c.id() + " " + c.words());
    text.append(c.byDefault() ? ", headline" : "").append(c.enabled() ? "" : ", " + OFF);
    text.append(c.source().isEmpty() ? "" : "; " + c.source());
    text.append(c.note().isEmpty() ? "" : "; " + c.note());
    return ItemWords.marked(text.toString(), c.evidence());
  }
}
