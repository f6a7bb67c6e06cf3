package org.caretally.engine;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.caretally.codebook.Missing;
import org.caretally.intake.Step;
import org.caretally.study.Coding;
import org.caretally.study.Slot;

/** Folds joined rows into ledgers. */
final class FoldRows implements MapPartitionsFunction<Row, Folded> {
  private static final long serialVersionUID = 1L;

  private final Coding coding;

  FoldRows(Coding coding) {
    this.coding = coding;
  }

  @Override
  public Iterator<Folded> call(Iterator<Row> rows) {
    Folded folded = SparkEngine.empty(coding);
    Coder coder = new Coder(coding, folded);
    RowFields fields = new RowFields(coding.slots());
    while (rows.hasNext()) {
      fields.row = rows.next();
      if (fields.row.isNullAt(fields.row.fieldIndex(JoinedFiles.line(0)))) {
        unmatched(folded, fields.row);
      } else {
        folded.flow().add(Step.READ);
        coder.code(fields);
      }
    }
    coder.spellings(fields);
    return List.of(folded).iterator();
  }

  private void unmatched(Folded folded, Row row) {
    for (int file = 1; file < coding.files().size(); file++) {
      if (!row.isNullAt(row.fieldIndex(JoinedFiles.line(file)))) {
        folded.flow().add(Step.NO_PARTNER);
      }
    }
  }

  /** Fields of a joined row; a file without the respondent gives empty texts. */
  private static final class RowFields implements Fields {
    private final List<Slot> slots;
    private final List<Map<String, Long>> codes;
    private Row row;

    RowFields(List<Slot> slots) {
      this.slots = slots;
      codes = slots.stream().map(s -> (Map<String, Long>) new HashMap<String, Long>()).toList();
    }

    private String raw(int slot) {
      int at = row.fieldIndex(JoinedFiles.slot(slot));
      return row.isNullAt(at) ? "" : row.getString(at);
    }

    @Override
    public long code(int slot) {
      // Somebody who is not in a file was not asked, even where an empty cell of it is an answer.
      if (row.isNullAt(row.fieldIndex(JoinedFiles.slot(slot)))) {
        return Missing.MARK;
      }
      return codes.get(slot).computeIfAbsent(raw(slot), slots.get(slot)::code);
    }

    @Override
    public String text(int slot) {
      String text = raw(slot);
      return slots.get(slot).missing().contains(text) ? "" : text;
    }

    @Override
    public void decoded(int slot, BiConsumer<String, Long> each) {
      codes.get(slot).forEach((text, code) -> each.accept(text.strip(), code));
    }

    @Override
    public long line() {
      return row.getLong(row.fieldIndex(JoinedFiles.line(0)));
    }
  }
}
