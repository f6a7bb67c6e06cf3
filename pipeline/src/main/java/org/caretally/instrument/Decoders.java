package org.caretally.instrument;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caretally.problem.Code;
import org.caretally.problem.Nearest;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.Problems;

/** Builds the text decoder of every item from responses, variant and the user's extra labels. */
final class Decoders {
  private final Instrument instrument;
  private final Variant variant;
  private final ScoringOptions options;
  private final Problems problems;

  Decoders(Instrument instrument, Variant variant, ScoringOptions options, Problems problems) {
    this.instrument = instrument;
    this.variant = variant;
    this.options = options;
    this.problems = problems;
  }

  /** Returns the decoders in item order. */
  List<AnswerCodes> all() {
    List<String> names = instrument.items().stream().map(Item::name).toList();
    for (String item : options.extraLabels().keySet()) {
      if (!names.contains(item)) {
        problems.add(
            new Problem(
                Code.UNKNOWN_NAME,
                Place.in(""),
                instrument.id() + " has no item " + item + " to add a label to",
                "one of the items " + String.join(", ", names),
                Nearest.to(item, names),
                ""));
      }
    }
    List<AnswerCodes> decoders = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      decoders.add(one(i));
    }
    return decoders;
  }

  private AnswerCodes one(int index) {
    Item item = instrument.items().get(index);
    Map<String, String> extra = options.extraLabels().getOrDefault(item.name(), Map.of());
    if (item.responses() instanceof Responses.Options o) {
      return options(index, o, extra);
    }
    if (!extra.isEmpty()) {
      refuse("item " + item.name() + " takes a number or a time: it has no labels");
    }
    return item.responses() instanceof Responses.Range r
        ? AnswerCodes.number(r)
        : AnswerCodes.clock();
  }

  private AnswerCodes options(int index, Responses.Options o, Map<String, String> extra) {
    Map<Long, Long> recode = variant.recode().getOrDefault(index, Map.of());
    boolean ambiguous = instrument.codesNeedVariant() && options.variant().isEmpty();
    Map<Long, Long> numbers = new LinkedHashMap<>();
    if (!recode.isEmpty()) {
      numbers.putAll(recode);
    } else if (options.codesFrom().isPresent()) {
      long shift = options.codesFrom().getAsInt() - o.min();
      o.codes().forEach(c -> numbers.put(c + shift, c));
    } else if (!ambiguous) {
      o.codes().forEach(c -> numbers.put(c, c));
    }
    if (options.values().equals("labels")) {
      // A number is a label of its own where the instrument prints no words beside it.
      numbers.values().removeIf(c -> o.labels().containsKey(c));
    }
    Map<Long, Long> turn = variant.labelsToo() ? recode : Map.of();
    Map<String, Long> labels = new LinkedHashMap<>();
    o.labels()
        .forEach(
            (c, texts) ->
                texts.forEach(t -> labels.put(Labels.normal(t), turn.getOrDefault(c, c))));
    Set<String> misprints = new LinkedHashSet<>();
    o.suspicious()
        .forEach(
            (text, c) -> {
              labels.put(Labels.normal(text), turn.getOrDefault(c, c));
              misprints.add(Labels.normal(text));
            });
    extra.forEach((label, code) -> extra(index, o, label, code, labels));
    return AnswerCodes.options(
        options.values(), labels, misprints, numbers, accepted(o, numbers, turn));
  }

  private void extra(
      int index, Responses.Options o, String label, String code, Map<String, Long> labels) {
    long value = Figures.number(code, 0);
    if (!o.codes().contains(value)) {
      refuse(
          "item "
              + instrument.items().get(index).name()
              + " has no code "
              + code
              + " for the label \""
              + label
              + "\"; its codes are "
              + o.codes());
      return;
    }
    String text = Labels.normal(label);
    Long before = labels.put(text, value);
    if (text.isEmpty() || (before != null && before != value)) {
      refuse(
          "the label \""
              + label
              + "\" of item "
              + instrument.items().get(index).name()
              + " is empty or already stands for another code");
    }
  }

  private void refuse(String what) {
    problems.add(
        Problem.of(Code.VALUE_NOT_ALLOWED, Place.in(""), instrument.id() + ": " + what, ""));
  }

  private List<String> accepted(
      Responses.Options o, Map<Long, Long> numbers, Map<Long, Long> turn) {
    boolean words = !options.values().equals("codes");
    List<String> phrases = new ArrayList<>();
    for (long code : o.codes()) {
      StringBuilder phrase = new StringBuilder();
      numbers.forEach(
          (shown, c) -> {
            if (c == code) {
              phrase.append(shown);
            }
          });
      List<String> texts = o.labels().getOrDefault(turn.getOrDefault(code, code), List.of());
      if (words && !texts.isEmpty()) {
        phrase.append(phrase.isEmpty() ? "" : " or ").append('"').append(texts.get(0)).append('"');
      }
      if (!phrase.isEmpty()) {
        phrases.add(phrase.toString());
      }
    }
    return phrases;
  }
}
