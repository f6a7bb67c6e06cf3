package org.caretally.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caretally.codebook.Missing;
import org.caretally.design.Condition;
import org.caretally.design.Stratum;
import org.caretally.design.Weight;
import org.caretally.instrument.Scoring;
import org.caretally.instrument.Sex;
import org.caretally.intake.Repair;
import org.caretally.intake.Step;
import org.caretally.intake.Unreadable;
import org.caretally.problem.Code;
import org.caretally.study.Cleaning;
import org.caretally.study.Coding;
import org.caretally.study.Risk;
import org.caretally.study.Roles;
import org.caretally.study.Scored;
import org.caretally.study.Slot;

/**
 * One row of fields becomes one coded respondent in the ledger of its wave, or is set aside with a
 * reason. Problems are noted and the row goes on, so that a run names all of them.
 */
final class Coder {
  private static final Sex[] SEXES = {Sex.FEMALE, Sex.MALE, Sex.OTHER_OR_UNKNOWN};

  private final Coding coding;
  private final Folded folded;
  private final long[] row;
  private final long[][] answers;
  private final Map<String, Stratum> strata = new HashMap<>();
  private final int[] allFlags;
  private final long[] repairs;
  private final Verdicts verdicts;
  private final Membership membership;
  private final AnswerWatch watch;
  private final PersonWeights weights;
  private boolean broken;
  private boolean straight;
  private int fallbacks;
  private boolean impossible;

  Coder(Coding coding, Verdicts verdicts, Risk risk, Folded folded) {
    membership = new Membership(coding, risk, folded);
    weights = new PersonWeights(coding, this::broken);
    watch = new AnswerWatch(coding, folded);
    this.coding = coding;
    this.verdicts = verdicts;
    this.folded = folded;
    row = new long[coding.variables().size()];
    repairs = new long[coding.declared().size()];
    List<Scored> scored = coding.scored();
    answers = new long[scored.size()][];
    allFlags = new int[scored.size()];
    for (int i = 0; i < answers.length; i++) {
      answers[i] = new long[scored.get(i).slots().size()];
    }
  }

  /** Codes a row that is neither a copy nor without an identifier. */
  void code(Fields fields) {
    broken = false;
    Optional<Step> reason = verdicts.of(fields);
    if (reason.isEmpty() && !zeroWeight(fields)) {
      answers(fields);
      score();
      pace(fields);
      reason = reason();
      if (reason.isEmpty()) {
        for (int i = 0; i < answers.length; i++) {
          folded.checks(i).add(answers[i], allFlags[i]);
        }
        keep(fields);
      }
    } else if (reason.isEmpty()) {
      reason = Optional.of(Step.ZERO_WEIGHT);
    }
    reason.ifPresent(step -> folded.setAside(step, fields.line()));
  }

  private boolean zeroWeight(Fields fields) {
    int slot = coding.roles().weight();
    return slot >= 0 && coding.zeroWeightsAside() && fields.code(slot) == 0;
  }

  /** A time that cannot be read keeps a row from being judged, so it must be mended. */
  private void pace(Fields fields) {
    for (Cleaning.Pace pace : coding.cleaning().pace()) {
      pace.slots().forEach(slot -> answer(fields, slot));
    }
  }

  /** Returns why a row is set aside for its answers. */
  private Optional<Step> reason() {
    Cleaning cleaning = coding.cleaning();
    if (impossible) {
      return Optional.of(Step.IMPOSSIBLE);
    }
    if (!Condition.all(cleaning.eligible(), row)) {
      return Optional.of(Step.NOT_ELIGIBLE);
    }
    if (cleaning.fewest() > 0 && answered() < cleaning.fewest()) {
      return Optional.of(Step.TOO_FEW_ANSWERS);
    }
    return straight ? Optional.of(Step.STRAIGHT_LINES) : Optional.empty();
  }

  private long answered() {
    long count = 0;
    for (long[] items : answers) {
      for (long code : items) {
        count += Missing.is(code) ? 0 : 1;
      }
    }
    return count;
  }

  private void keep(Fields fields) {
    Roles roles = coding.roles();
    long base = weights.weight(fields);
    long[] replicates = weights.replicates(fields);
    String wave = roles.wave() < 0 ? coding.wave() : needed(fields, roles.wave());
    String stratum = needed(fields, roles.strata());
    String psu = needed(fields, roles.psu());
    String fpc = needed(fields, roles.fpc());
    if (broken) {
      return;
    }
    int of = coding.weighting().wanted() ? coding.weighting().classes().of(row) : -1;
    if (coding.weighting().counting()) {
      folded.sample(wave, coding.weighting().classes().size()).add(of, base);
      return;
    }
    long made = of < 0 ? base : coding.weighting().weight(wave, of, base);
    if (!Weight.held(made)) {
      broken(Code.WEIGHT_NOT_HELD, fields, Math.max(0, roles.weight()));
      return;
    }
    folded.fallback(fallbacks);
    for (int i = 0; i < repairs.length; i++) {
      if (repairs[i] != 0) {
        folded.repair(i, Repair.of(repairs[i]));
      }
    }
    Stratum key = strata.computeIfAbsent(stratum, Stratum::new);
    int[] cells = membership.of(answers, row, fields.line(), wave);
    folded.ledger(wave, coding.layout()).add(key, psu, fpc, base, made, replicates, cells, row);
    if (cells.length > 0) {
      folded.keep(new Kept(wave, stratum, psu, fpc, made, row));
    }
  }

  private void broken(Code code, Fields fields, int slot) {
    broken = true;
    Slot column = coding.slots().get(slot);
    folded.findings().add(new Finding(code, column.file(), column.name()), fields.line());
  }

  private String needed(Fields fields, int slot) {
    if (slot < 0) {
      return "";
    }
    String text = fields.text(slot);
    if (text.isEmpty()) {
      broken(Code.DESIGN_MISSING, fields, slot);
    }
    return text;
  }

  private void answers(Fields fields) {
    Arrays.fill(row, Missing.MARK);
    impossible = false;
    List<Integer> declared = coding.declared();
    for (int i = 0; i < declared.size(); i++) {
      long code = answer(fields, declared.get(i));
      boolean repaired = Repair.is(code);
      repairs[i] = repaired ? code : 0;
      row[i] = repaired ? Repair.value(code) : code;
      impossible |= repaired && Repair.of(code) == Repair.IMPOSSIBLE;
    }
    for (int i = 0; i < answers.length; i++) {
      List<Integer> slots = coding.scored().get(i).slots();
      for (int j = 0; j < answers[i].length; j++) {
        int slot = slots.get(j);
        long code = fields.code(slot);
        watch.see(fields, code, i, j, slot);
        answers[i][j] = understood(fields, slot, code);
      }
    }
  }

  /** Notes in which ways the answers to items are written; called once, after the last row. */
  void spellings(Fields fields) {
    watch.spellings(fields);
  }

  private long answer(Fields fields, int slot) {
    return understood(fields, slot, fields.code(slot));
  }

  private long understood(Fields fields, int slot, long code) {
    if (!Unreadable.is(code)) {
      return code;
    }
    broken(DataProblems.code(code), fields, slot);
    return Missing.MARK;
  }

  private void score() {
    straight = false;
    fallbacks = 0;
    Sex sex = Sex.OTHER_OR_UNKNOWN;
    if (coding.sex() >= 0 && !Missing.is(row[coding.sex()])) {
      sex = SEXES[coding.sexes().get((int) row[coding.sex()])];
    }
    for (int i = 0; i < answers.length; i++) {
      Scored scored = coding.scored().get(i);
      int flags = scored.scoring().score(answers[i], sex, row, scored.offset());
      allFlags[i] = flags;
      if ((flags & Scoring.SEX_FALLBACK) != 0) {
        fallbacks++;
      }
      straight |= (flags & Scoring.STRAIGHT_LINE) != 0 && coding.cleaning().straight().contains(i);
      if (!scored.blocks().isEmpty()) {
        long[] filled = scored.scoring().filled(answers[i]);
        scored.blocks().forEach(b -> b.write(filled, row));
      }
      for (Scored.Safety safety : scored.safety()) {
        long code = answers[i][safety.column()];
        row[safety.position()] = Missing.is(code) ? code : code >= safety.atLeast() ? 1 : 0;
      }
    }
  }
}
