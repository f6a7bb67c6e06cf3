package org.caretally.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caretally.codebook.Missing;
import org.caretally.design.Condition;
import org.caretally.design.Domain;
import org.caretally.design.Stratum;
import org.caretally.design.Weight;
import org.caretally.instrument.AnswerCodes;
import org.caretally.instrument.Scoring;
import org.caretally.instrument.Sex;
import org.caretally.intake.Step;
import org.caretally.intake.Unreadable;
import org.caretally.problem.Code;
import org.caretally.study.Coding;
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
  private final int[] members;
  private final int[] firstCell;
  private final boolean[][] misprints;
  private final Map<String, Stratum> strata = new HashMap<>();
  private boolean broken;

  Coder(Coding coding, Folded folded) {
    this.coding = coding;
    this.folded = folded;
    row = new long[coding.variables().size()];
    List<Scored> scored = coding.scored();
    answers = new long[scored.size()][];
    misprints = new boolean[scored.size()][];
    for (int i = 0; i < answers.length; i++) {
      answers[i] = new long[scored.get(i).slots().size()];
      misprints[i] = new boolean[answers[i].length];
      for (int j = 0; j < answers[i].length; j++) {
        misprints[i][j] = scored.get(i).scoring().answers(j).knowsMisprints();
      }
    }
    List<Domain> domains = coding.domains();
    members = new int[domains.size() + 1];
    firstCell = new int[domains.size()];
    int cell = 1;
    for (int i = 0; i < firstCell.length; i++) {
      firstCell[i] = cell;
      cell += domains.get(i).levels().size();
    }
  }

  /** Codes a row that is neither a copy nor without an identifier. */
  void code(Fields fields) {
    broken = false;
    Arrays.fill(row, Missing.MARK);
    Roles roles = coding.roles();
    long weight = weight(fields, roles.weight());
    if (weight == 0 && !broken) {
      folded.setAside(Step.ZERO_WEIGHT, fields.line());
      return;
    }
    answers(fields);
    score();
    String wave = needed(fields, roles.wave());
    String stratum = needed(fields, roles.strata());
    String psu = needed(fields, roles.psu());
    String fpc = needed(fields, roles.fpc());
    if (broken) {
      return;
    }
    int count = membership(fields.line(), wave);
    Stratum key = strata.computeIfAbsent(stratum, Stratum::new);
    folded
        .ledger(wave, coding.layout())
        .add(key, psu, fpc, weight, Arrays.copyOf(members, count), row);
    if (count > 0) {
      folded.keep(wave, weight, row);
    }
  }

  private long weight(Fields fields, int slot) {
    if (slot < 0) {
      return Weight.ONE;
    }
    long weight = fields.code(slot);
    if (Missing.is(weight) || weight == Unreadable.NOT_A_NUMBER) {
      return broken(Code.WEIGHT_NOT_A_NUMBER, fields, slot);
    }
    if (weight < 0) {
      return broken(Code.WEIGHT_NEGATIVE, fields, slot);
    }
    if (weight == 0) {
      return coding.zeroWeightsAside() ? 0 : broken(Code.WEIGHT_ZERO, fields, slot);
    }
    return Weight.held(weight) ? weight : broken(Code.WEIGHT_NOT_HELD, fields, slot);
  }

  private long broken(Code code, Fields fields, int slot) {
    broken = true;
    Slot column = coding.slots().get(slot);
    folded.findings().add(new Finding(code, column.file(), column.name()), fields.line());
    return 0;
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
    List<Integer> declared = coding.declared();
    for (int i = 0; i < declared.size(); i++) {
      row[i] = answer(fields, declared.get(i));
    }
    for (int i = 0; i < answers.length; i++) {
      List<Integer> slots = coding.scored().get(i).slots();
      for (int j = 0; j < answers[i].length; j++) {
        answers[i][j] = item(fields, i, j, slots.get(j));
      }
    }
  }

  /** Reads an answer to an item and shows what looks odd to the checks of its instrument. */
  private long item(Fields fields, int instrument, int column, int slot) {
    long code = fields.code(slot);
    if (code == Unreadable.OUT_OF_RANGE) {
      folded.checks(instrument).outOfRange(column, fields.text(slot));
    } else if (misprints[instrument][column] && !Missing.is(code)) {
      AnswerCodes codes = coding.scored().get(instrument).scoring().answers(column);
      if (codes.suspicious(fields.text(slot))) {
        folded.checks(instrument).suspicious(column);
      }
    }
    return answer(fields, slot);
  }

  /** Notes in which ways the answers to items are written; called once, after the last row. */
  void spellings(Fields fields) {
    for (Scored scored : coding.scored()) {
      for (int j = 0; j < scored.slots().size(); j++) {
        if (scored.scoring().answers(j).options()) {
          int slot = scored.slots().get(j);
          fields.decoded(slot, (text, code) -> folded.spellings().add(slot, code, text));
        }
      }
    }
  }

  private long answer(Fields fields, int slot) {
    long code = fields.code(slot);
    if (!Unreadable.is(code)) {
      return code;
    }
    Code problem =
        code == Unreadable.UNKNOWN_LABEL
            ? Code.UNKNOWN_LABEL
            : code == Unreadable.OUT_OF_RANGE
                ? Code.CODE_OUT_OF_RANGE
                : code == Unreadable.NOT_A_NUMBER ? Code.NOT_A_NUMBER : Code.TOO_MANY_DECIMALS;
    broken(problem, fields, slot);
    return Missing.MARK;
  }

  private void score() {
    Sex sex = Sex.OTHER_OR_UNKNOWN;
    if (coding.sex() >= 0 && !Missing.is(row[coding.sex()])) {
      sex = SEXES[coding.sexes().get((int) row[coding.sex()])];
    }
    for (int i = 0; i < answers.length; i++) {
      Scored scored = coding.scored().get(i);
      int flags = scored.scoring().score(answers[i], sex, row, scored.offset());
      folded.checks(i).add(answers[i], flags);
      if ((flags & Scoring.SEX_FALLBACK) != 0) {
        folded.fallback();
      }
      for (Scored.Safety safety : scored.safety()) {
        long code = answers[i][safety.column()];
        row[safety.position()] = Missing.is(code) ? code : code >= safety.atLeast() ? 1 : 0;
      }
    }
  }

  private int membership(long line, String wave) {
    if (!Condition.all(coding.analysis(), row)) {
      folded.setAside(Step.OUTSIDE, line);
      return 0;
    }
    folded.flow().add(Step.ANALYSED);
    folded.counts(wave, coding).add(coding, answers, row);
    int count = 1;
    List<Domain> domains = coding.domains();
    for (int i = 0; i < firstCell.length; i++) {
      int level = domains.get(i).levelOf(row);
      if (level >= 0) {
        members[count++] = firstCell[i] + level;
      }
    }
    return count;
  }
}
