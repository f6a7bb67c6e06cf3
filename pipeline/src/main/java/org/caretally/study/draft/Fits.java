package org.caretally.study.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.caretally.instrument.AnswerCodes;
import org.caretally.instrument.Instrument;
import org.caretally.instrument.Scoring;
import org.caretally.instrument.ScoringOptions;
import org.caretally.instrument.Variant;
import org.caretally.intake.Unreadable;
import org.caretally.problem.ProblemException;

/** Tries whether the answers of columns are those of an instrument, and in which coding. */
final class Fits {
  /** More strange cells than this are another question, not errors. */
  private static final double STRANGE = 0.01;

  private final Instrument instrument;
  private final List<Coding> codings = new ArrayList<>();

  /** One way to code the answers, and the words for the study file. */
  private record Coding(String option, Scoring scoring) {}

  Fits(Instrument instrument) {
    this.instrument = instrument;
    ScoringOptions usual = ScoringOptions.standard();
    coding("", usual);
    for (int from = 0; from <= 1; from++) {
      coding("codes_from: " + from, usual.withCodesFrom(OptionalInt.of(from)));
    }
    for (Variant variant : instrument.variants()) {
      if (!variant.refused() && variant.printed().isEmpty()) {
        coding("variant: " + variant.id(), usual.withVariant(variant.id()));
      }
    }
  }

  private void coding(String option, ScoringOptions options) {
    try {
      codings.add(new Coding(option, Scoring.of(instrument, options)));
    } catch (ProblemException e) {
      // This way does not exist for this instrument.
    }
  }

  Instrument instrument() {
    return instrument;
  }

  int items() {
    return instrument.items().size();
  }

  /** Returns the first coding in which hardly any answer is strange. */
  Optional<Match> match(List<Facts> columns, boolean named) {
    if (columns.stream().noneMatch(c -> c.filled() > 0)) {
      return Optional.empty();
    }
    for (Coding coding : codings) {
      double strange = strange(coding.scoring(), columns);
      if (strange <= STRANGE && coding.scoring().items() == columns.size()) {
        return Optional.of(new Match(instrument.id(), columns, coding.option(), named, strange));
      }
    }
    return Optional.empty();
  }

  private static double strange(Scoring scoring, List<Facts> columns) {
    long cells = 0;
    long unknown = 0;
    for (int i = 0; i < Math.min(columns.size(), scoring.items()); i++) {
      AnswerCodes codes = scoring.answers(i);
      for (Map.Entry<String, Integer> answer : columns.get(i).counts().entrySet()) {
        cells += answer.getValue();
        unknown += Unreadable.is(codes.code(answer.getKey())) ? answer.getValue() : 0;
      }
    }
    return cells == 0 ? 1 : unknown / (double) cells;
  }

  /**
   * Returns whether columns that no name speaks for hold the labels of the instrument's list: at
   * least three of a list of at least four, since every survey asks yes or no.
   */
  boolean labelled(List<Facts> columns) {
    Set<Long> seen = new HashSet<>();
    Scoring usual = codings.get(0).scoring();
    for (int i = 0; i < columns.size(); i++) {
      Facts column = columns.get(i);
      AnswerCodes codes = usual.answers(i);
      if (column.filled() == 0 || column.numeric() || codes.accepted().size() < 4) {
        return false;
      }
      column.counts().keySet().forEach(a -> seen.add(codes.code(a)));
    }
    seen.removeIf(Unreadable::is);
    return seen.size() >= 3;
  }
}
