package org.caretally.app;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caretally.instrument.Instrument;
import org.caretally.instrument.Licence;
import org.caretally.instrument.Overlap;
import org.caretally.instrument.SafetyItem;
import org.caretally.instrument.SkipRule;
import org.caretally.instrument.Variant;

/** Everything about one instrument that a person needs to use it, as plain text. */
final class InstrumentPage {
  private static final int NAME = 22;

  private final Instrument instrument;
  private final ItemWords items;
  private final Lines lines = new Lines();

  private InstrumentPage(Instrument instrument) {
    this.instrument = instrument;
    items = new ItemWords(instrument);
  }

  static List<String> of(Instrument instrument) {
    InstrumentPage page = new InstrumentPage(instrument);
    page.head();
    page.lines.heading("Answers (code and accepted texts)");
    page.items.answers(page.lines);
    page.lines.heading("Scales");
    new ScalePage(instrument).add(page.lines);
    page.variants();
    page.overlaps();
    page.columns();
    return page.lines.all();
  }

  private void head() {
    lines.heading(instrument.id() + ": " + instrument.title());
    lines.row(2, "Short name", instrument.name());
    lines.row(2, "Version", instrument.version());
    lines.row(2, "About", String.join(", ", instrument.constructs()));
    lines.row(2, "Citation", instrument.citation());
    licence(instrument.licence());
    consent();
    lines.row(2, "Period", instrument.recall());
    lines.row(2, "Items", instrument.items().size() + ": " + items.list(all()));
    items.meanings(lines);
    lines.row(2, "Not scored", String.join("; ", instrument.unscoredItems()));
    instrument.safetyItems().forEach(this::safety);
    instrument.skips().forEach(this::skip);
    lines.row(2, "Alpha", alpha());
    instrument.notes().forEach(note -> lines.row(2, "Note", note));
    lines.row(2, "Checked by", instrument.examples().size() + " worked examples");
  }

  private List<Integer> all() {
    return IntStream.range(0, instrument.items().size()).boxed().toList();
  }

  private void licence(Licence licence) {
    lines.row(2, "Licence", ItemWords.marked(ItemWords.status(licence), licence.evidence()));
    lines.row(2, "", licence.holder().isEmpty() ? "" : "holder: " + licence.holder());
    lines.row(2, "", licence.note());
    lines.row(
        2,
        "",
        licence.needsPermission()
            ? "the owner of the survey must hold the permission or licence"
            : "");
  }

  /** What a study must write before it can use the instrument. */
  private void consent() {
    if (instrument.unverified()) {
      lines.row(2, "Key", "not confirmed by a public source: compare it with your own copy");
      lines.row(2, "Opt in", "a study must write allow_unverified: true");
    }
    if (instrument.licence().needsConfirmation()) {
      lines.row(2, "Opt in", "a study must write licence_confirmed: true");
    }
    if (instrument.codesNeedVariant()) {
      lines.row(
          2, "Numbers", "are coded in opposite ways: a study with numbers must name a variant");
    }
  }

  private void safety(SafetyItem safety) {
    String what = "item " + items.name(safety.item()) + " from code " + safety.atLeast();
    lines.row(
        2,
        "Safety",
        what
            + ": one line for the whole survey, never by group or person; "
            + "the study must name support");
  }

  private void skip(SkipRule rule) {
    String when = items.named(rule.when()) + (rule.when().size() == 1 ? " is " : " add up to ");
    String what =
        (rule.override() ? "the answer to " : "no answer to ")
            + items.named(rule.fill())
            + " counts as "
            + rule.value()
            + (rule.override() ? ", whatever was ticked" : "");
    lines.row(2, "Skip rule", "when " + when + rule.sum() + ", " + what);
  }

  private String alpha() {
    return instrument.alphaTypical().size() < 2
        ? ""
        : "published values from "
            + ItemWords.number(instrument.alphaTypical().get(0))
            + " to "
            + ItemWords.number(instrument.alphaTypical().get(1));
  }

  private void variants() {
    if (instrument.variants().isEmpty() && !items.hasOptions()) {
      return;
    }
    lines.heading("Variants (write variant: NAME in the study file)");
    instrument.variants().forEach(v -> lines.wrapped(start(v.id()), variant(v)));
    if (items.hasOptions()) {
      lines.wrapped(
          start("numbered_from_1"), "the export numbers the answers of every item from 1");
      lines.wrapped(start("numbered_from_0"), "the same from 0");
    }
  }

  private static String start(String name) {
    return "  " + Lines.padded(name, NAME) + "  ";
  }

  private String variant(Variant variant) {
    String cutoffs =
        new TreeMap<>(variant.cutoffs())
            .entrySet().stream()
                .map(e -> "; " + e.getKey() + " becomes " + ItemWords.number(e.getValue()))
                .collect(Collectors.joining());
    String order =
        variant.printed().isEmpty()
            ? ""
            : "; columns in the order of items "
                + variant.printed().stream().map(items::name).collect(Collectors.joining(", "));
    return (variant.refused() ? "never scored with this key: " : "")
        + variant.note()
        + cutoffs
        + order;
  }

  private void overlaps() {
    if (instrument.overlaps().isEmpty()) {
      return;
    }
    lines.heading("Overlaps (a correlation with these is partly of a thing with itself)");
    instrument.overlaps().stream()
        .sorted(Comparator.comparing(Overlap::scale).thenComparing(Overlap::with))
        .forEach(o -> lines.wrapped(start(o.scale()), o.with() + ": " + overlap(o)));
  }

  private static String overlap(Overlap overlap) {
    String kind = overlap.kind().replace('_', ' ');
    return kind + (overlap.note().isEmpty() ? "" : ", " + overlap.note());
  }

  /** Three ways to name the columns; the study file needs one of them. */
  private void columns() {
    lines.heading("In the study file (one of these; one column for each item, in this order)");
    lines.verbatim("instruments:");
    String start = "  " + instrument.id() + ": ";
    String consent =
        (instrument.unverified() ? ", allow_unverified: true" : "")
            + (instrument.licence().needsConfirmation() ? ", licence_confirmed: true" : "");
    String pattern = "\"" + instrument.id().toUpperCase(Locale.ROOT) + "_" + pattern() + "\"";
    String list = "[" + String.join(", ", names()) + "]";
    if (consent.isEmpty()) {
      lines.verbatim(start + pattern);
      lines.wrapped(start, list);
    } else {
      lines.verbatim(start + "{columns: " + pattern + consent + "}");
      lines.wrapped(start, "{columns: " + list + consent + "}");
    }
    lines.verbatim(start + "{columns: " + pattern + ", values: " + values() + consent + "}");
  }

  private String values() {
    boolean coded = instrument.codesNeedVariant() && !instrument.variants().isEmpty();
    return coded ? "codes, variant: " + instrument.variants().get(0).id() : "codes";
  }

  private List<String> names() {
    return IntStream.rangeClosed(1, instrument.items().size())
        .mapToObj(i -> String.format(Locale.ROOT, "Q%02d", i))
        .toList();
  }

  private String pattern() {
    List<String> names = items.names();
    boolean counted =
        names.size() > 1
            && IntStream.range(0, names.size())
                .allMatch(i -> names.get(i).equals(Integer.toString(i + 1)));
    return counted ? "{1.." + names.size() + "}" : bracketed(names);
  }

  private static String bracketed(List<String> names) {
    return names.size() == 1 ? names.get(0) : "{" + String.join(",", names) + "}";
  }
}
