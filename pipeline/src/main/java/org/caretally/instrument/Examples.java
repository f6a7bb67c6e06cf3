package org.caretally.instrument;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caretally.codebook.Missing;
import org.caretally.codebook.Variable;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.ProblemException;
import org.caretally.problem.Problems;

/** Runs the worked examples of a definition. */
final class Examples {
  private static final int EXACT_PLACES = 6;

  private Examples() {}

  /** Runs every example; each difference is a problem at the line of the example. */
  static void check(Instrument instrument, String file, Problems problems) {
    for (Example example : instrument.examples()) {
      for (String difference : differences(instrument, example)) {
        problems.add(
            Problem.of(
                Code.BAD_INSTRUMENT,
                new Place(file, example.line()),
                "the worked example " + example.name() + " does not come out: " + difference,
                "correct the key or the example"));
      }
    }
  }

  /** Returns what differs; empty when the example comes out. */
  static List<String> differences(Instrument instrument, Example example) {
    ScoringOptions options = ScoringOptions.standard();
    boolean variant = !example.variant().isEmpty();
    if (variant) {
      options = options.withVariant(example.variant()).withValues("codes");
    }
    try {
      Scoring scoring = Scoring.ofEverything(instrument, options);
      Scoring raw = Scoring.ofEverything(instrument, options.unrounded());
      long[] codes = codes(instrument, example, scoring);
      return new Comparison(instrument, example, scoring, raw, codes).run();
    } catch (ProblemException e) {
      return List.of(e.getMessage());
    } catch (BadAnswer e) {
      return List.of(e.getMessage());
    }
  }

  private static final class BadAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadAnswer(String what) {
      super(what);
    }
  }

  private static long[] codes(Instrument instrument, Example example, Scoring scoring) {
    long[] codes = new long[scoring.items()];
    for (int c = 0; c < codes.length; c++) {
      String text = example.exported().get(c);
      codes[c] = text.isEmpty() ? Missing.MARK : code(instrument, example, scoring, c, text);
    }
    return codes;
  }

  private static long code(
      Instrument instrument, Example example, Scoring scoring, int column, String text) {
    Item item = instrument.items().get(column);
    boolean plain = example.variant().isEmpty() && item.responses() instanceof Responses.Options;
    long code = plain ? Figures.number(text, 0) : scoring.answers(column).code(text);
    boolean fits =
        plain
            ? ((Responses.Options) item.responses()).codes().contains(code)
            : code > AnswerCodes.TOO_MANY_DECIMALS;
    if (!fits) {
      throw new BadAnswer("answer " + (column + 1) + " is not possible for that item");
    }
    return code;
  }

  /** Compares one example with what comes out. */
  private static final class Comparison {
    private final Instrument instrument;
    private final Example example;
    private final Scoring scoring;
    private final long[] codes;
    private final Map<String, Long> cells = new HashMap<>();
    private final Map<String, Variable> variables = new HashMap<>();
    private final Map<String, Long> rawCells = new HashMap<>();
    private final Map<String, Variable> rawVariables = new HashMap<>();
    private final List<String> found = new ArrayList<>();
    private final int flags;

    Comparison(Instrument instrument, Example example, Scoring scoring, Scoring raw, long[] codes) {
      this.instrument = instrument;
      this.example = example;
      this.scoring = scoring;
      this.codes = codes;
      flags = fill(scoring, cells, variables);
      fill(raw, rawCells, rawVariables);
    }

    private int fill(Scoring s, Map<String, Long> into, Map<String, Variable> byId) {
      List<Variable> list = s.variables();
      long[] out = new long[list.size()];
      int result = s.score(codes, example.sex(), out, 0);
      for (int i = 0; i < out.length; i++) {
        into.put(list.get(i).id(), out[i]);
        byId.put(list.get(i).id(), list.get(i));
      }
      return result;
    }

    List<String> run() {
      if (!example.standard().isEmpty()) {
        standard();
      }
      example.expect().forEach(this::scale);
      return found;
    }

    private void standard() {
      List<Integer> printed =
          instrument.variant(example.variant()).map(Variant::printed).orElse(List.of());
      for (int c = 0; c < codes.length; c++) {
        int item = printed.isEmpty() ? c : printed.get(c);
        long wanted = Figures.number(example.standard().get(item), 0);
        if (codes[c] != wanted) {
          found.add("column " + (c + 1) + " gives code " + codes[c] + ", not " + wanted);
        }
      }
    }

    private void scale(String id, Example.Expected e) {
      String full = instrument.id() + "." + id;
      long cell = cells.get(full);
      if (!e.rule().isEmpty()) {
        String word = Missing.is(cell) ? "unknown" : cell == 1 ? "met" : "not_met";
        same(id, word, e.rule());
        return;
      }
      number(id, cell, variables.get(full).grid(), e.score());
      if (e.raw().isPresent()) {
        number(id + " raw", rawCells.get(full), rawVariables.get(full).grid(), e.raw());
      }
      if (!e.band().isEmpty()) {
        Variable band = variables.get(full + "#band");
        Long at = cells.get(full + "#band");
        boolean none = band == null || Missing.is(at);
        same(id + " band", none ? "none" : band.levels().get((int) (long) at).id(), e.band());
      }
      e.cases()
          .forEach(
              (cutoff, wanted) -> {
                Long c = cells.get(full + ":" + cutoff);
                String word = c == null ? "no such cut-off" : Boolean.toString(c == 1);
                same(id + ":" + cutoff, word, wanted.toString());
              });
      e.missing().ifPresent(m -> same(id + " missing", Long.toString(missing(id)), "" + m));
      flag(id + " sex_fallback", Scoring.SEX_FALLBACK, e.sexFallback());
      flag(id + " implausible", Scoring.IMPLAUSIBLE, e.implausible());
      if (!e.components().isEmpty()) {
        same(id + " components", components(id).toString(), e.components().toString());
      }
    }

    private long missing(String id) {
      long[] filled = scoring.filled(codes);
      return scoring.scales().stream()
          .filter(s -> s.id().equals(instrument.id() + "." + id))
          .flatMap(s -> s.items().stream())
          .filter(c -> Missing.is(filled[c]))
          .count();
    }

    private List<Long> components(String id) {
      return scoring.components(instrument.id() + "." + id, codes);
    }

    private void flag(String what, int bit, Optional<Boolean> wanted) {
      wanted.ifPresent(w -> same(what, Boolean.toString((flags & bit) != 0), w.toString()));
    }

    private void number(String what, long cell, long grid, Optional<BigDecimal> wanted) {
      if (wanted.isEmpty() || Missing.is(cell)) {
        same(
            what,
            Missing.is(cell) ? "no score" : "a score",
            wanted.isEmpty() ? "no score" : "a score");
        return;
      }
      // A value with fewer than six decimals is exact; with six or more it is a rounded one.
      int places = Math.max(EXACT_PLACES, wanted.get().scale());
      BigDecimal value =
          BigDecimal.valueOf(cell).divide(BigDecimal.valueOf(grid), places, RoundingMode.HALF_UP);
      if (value.compareTo(wanted.get()) != 0) {
        same(what, Exact.text(value), Exact.text(wanted.get()));
      }
    }

    private void same(String what, String found, String wanted) {
      if (!found.equals(wanted)) {
        this.found.add(what + " is " + found + ", not " + wanted);
      }
    }
  }
}
