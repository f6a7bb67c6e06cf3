package org.caretally.instrument;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.caretally.codebook.Missing;
import org.caretally.codebook.Variable;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.Problems;

/**
 * An instrument ready to score respondents: everything is worked out beforehand, {@link #score}
 * only adds and compares whole numbers. Immutable and safe to share between threads.
 */
public final class Scoring implements Serializable {
  /** A sex-specific cut-off was used for a person of another or unknown sex. */
  public static final int SEX_FALLBACK = 1;

  /** An answer contradicts a question that said there was nothing to answer. */
  public static final int INCONSISTENT_SKIP = 2;

  /** All items of a scale that has reversed and unreversed items carry the same code. */
  public static final int STRAIGHT_LINE = 4;

  /** Answers that cannot all be true, such as more hours asleep than in bed. */
  public static final int IMPLAUSIBLE = 8;

  private static final long serialVersionUID = 1L;

  private final AnswerCodes[] answers;
  private final Kernel[] kernels;
  private final Skips skips;
  private final long[] lowest;
  private final int[][] mixedScales;
  private final ArrayList<SafetyItem> safety;
  private final int[] itemOf;
  private final ArrayList<Variable> variables;
  private final ArrayList<ScaleInfo> infos;
  private final ArrayList<String> overrides;

  private Scoring(
      List<AnswerCodes> answers,
      Compiler compiled,
      Skips skips,
      long[] lowest,
      List<SafetyItem> safety,
      int[] itemOf,
      List<String> overrides) {
    this.answers = answers.toArray(new AnswerCodes[0]);
    this.kernels = compiled.kernels().toArray(new Kernel[0]);
    this.skips = skips;
    this.lowest = lowest;
    this.safety = new ArrayList<>(safety);
    this.itemOf = itemOf;
    this.variables = new ArrayList<>(compiled.variables());
    this.infos = new ArrayList<>(compiled.infos());
    this.overrides = new ArrayList<>(overrides);
    this.mixedScales =
        infos.stream()
            .filter(i -> !i.reversed().isEmpty() && i.reversed().size() < i.items().size())
            .map(i -> i.items().stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
  }

  /**
   * Prepares an instrument.
   *
   * @throws org.caretally.problem.ProblemException with every option that does not fit
   */
  public static Scoring of(Instrument instrument, ScoringOptions options) {
    return of(instrument, options, false);
  }

  /** Prepares an instrument with all bands and cut-offs, even those that wait for a check. */
  static Scoring ofEverything(Instrument instrument, ScoringOptions options) {
    return of(instrument, options, true);
  }

  private static Scoring of(Instrument instrument, ScoringOptions options, boolean everything) {
    Problems problems = new Problems();
    Variant variant = Variants.find(instrument, options.variant(), problems);
    values(instrument, options, problems);
    List<AnswerCodes> byItem = new Decoders(instrument, variant, options, problems).all();
    int n = byItem.size();
    int[] columnOf = new int[n];
    int[] itemOf = new int[n];
    List<AnswerCodes> byColumn = new ArrayList<>();
    long[] lowest = new long[n];
    for (int c = 0; c < n; c++) {
      int item = variant.printed().isEmpty() ? c : variant.printed().get(c);
      columnOf[item] = c;
      itemOf[c] = item;
      byColumn.add(byItem.get(item));
      Responses r = instrument.items().get(item).responses();
      lowest[c] = r instanceof Responses.Options ? r.min() : Missing.MARK;
    }
    Adjusted adjusted = new Adjusted(instrument, options, variant, everything, problems);
    problems.throwIfErrors();
    Compiler compiler = new Compiler(instrument, variant, columnOf, problems);
    adjusted.scales().forEach(compiler::add);
    problems.throwIfErrors();
    Skips skips = new Skips(instrument.skips(), columnOf);
    List<SafetyItem> safety =
        instrument.safetyItems().stream()
            .map(s -> new SafetyItem(columnOf[s.item()], s.atLeast()))
            .toList();
    return new Scoring(byColumn, compiler, skips, lowest, safety, itemOf, adjusted.sentences());
  }

  private static void values(Instrument instrument, ScoringOptions options, Problems problems) {
    if (!List.of("labels", "codes", "auto").contains(options.values())) {
      problems.add(
          Problem.of(
              Code.VALUE_NOT_ALLOWED,
              Place.in(""),
              instrument.id() + ": values is " + options.values(),
              "write labels, codes or auto"));
    }
    if (options.values().equals("codes")
        && instrument.codesNeedVariant()
        && options.variant().isEmpty()) {
      problems.add(
          Problem.of(
              Code.MISSING_KEY,
              Place.in(""),
              instrument.id() + ": files code these answers in opposite or shifted ways",
              "say which with variant: one of " + String.join(", ", Variants.names(instrument))));
    }
  }

  /** Returns the number of columns expected. */
  public int items() {
    return answers.length;
  }

  /** Returns how the text of a column becomes a code; columns count from zero. */
  public AnswerCodes answers(int column) {
    return answers[column];
  }

  /** Returns the position of the item that a column holds; both count from zero. */
  public int item(int column) {
    return itemOf[column];
  }

  /** Returns the safety items, each by its column. */
  public List<SafetyItem> safety() {
    return List.copyOf(safety);
  }

  /** Returns what {@link #score} writes, in order. */
  public List<Variable> variables() {
    return List.copyOf(variables);
  }

  /** Returns one sentence for every rule that the options changed. */
  public List<String> overrides() {
    return List.copyOf(overrides);
  }

  /** Returns what to say about each scale. */
  public List<ScaleInfo> scales() {
    return List.copyOf(infos);
  }

  /**
   * Scores one respondent. The codes are not changed.
   *
   * @param codes one code per column, {@link Missing#MARK} for no answer
   * @param sex for sex-specific cut-offs
   * @param out where the cells of {@link #variables()} are written
   * @param offset first cell to write
   * @return the sum of the flags that apply
   */
  public int score(long[] codes, Sex sex, long[] out, int offset) {
    int flags = skips.contradicted(codes) ? INCONSISTENT_SKIP : 0;
    long[] filled = skips.fill(codes);
    int at = offset;
    for (Kernel kernel : kernels) {
      flags |= kernel.score(filled, sex, out, at);
      at += kernel.width();
    }
    for (int[] scale : mixedScales) {
      if (sameCode(filled, scale)) {
        return flags | STRAIGHT_LINE;
      }
    }
    return flags;
  }

  /** Returns the codes after the skip rules; the codes themselves when no rule changes any. */
  public long[] filled(long[] codes) {
    return skips.fill(codes);
  }

  /** Returns the lowest code of each column's options; the missing mark for numbers and times. */
  long[] lowestCodes() {
    return lowest.clone();
  }

  /** Returns the parts of a built-in score; empty for other scales. */
  List<Long> components(String scale, long[] codes) {
    for (int i = 0; i < kernels.length; i++) {
      if (infos.get(i).id().equals(scale) && kernels[i] instanceof PsqiKernel psqi) {
        return psqi.components(codes);
      }
    }
    return List.of();
  }

  private static boolean sameCode(long[] codes, int[] columns) {
    long first = codes[columns[0]];
    if (first == Missing.MARK) {
      return false;
    }
    for (int i = 1; i < columns.length; i++) {
      if (codes[columns[i]] != first) {
        return false;
      }
    }
    return true;
  }
}
