package org.caretally.engine;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.caretally.intake.Step;
import org.caretally.study.Coding;
import org.caretally.study.Risk;

/** Folds joined rows into ledgers. */
final class FoldRows implements MapPartitionsFunction<Row, Folded> {
  private static final long serialVersionUID = 1L;

  private final Coding coding;
  private final Verdicts verdicts;
  private final Risk risk;
  private final boolean keep;

  FoldRows(Coding coding, Verdicts verdicts, Risk risk, boolean keep) {
    this.keep = keep;
    this.coding = coding;
    this.verdicts = verdicts;
    this.risk = risk;
  }

  @Override
  public Iterator<Folded> call(Iterator<Row> rows) {
    Folded folded = SparkEngine.empty(coding).keeping(keep);
    Coder coder = new Coder(coding, verdicts, risk, folded);
    RowFields fields = new RowFields(coding.slots());
    while (rows.hasNext()) {
      fields.attach(rows.next());
      if (fields.has(0)) {
        folded.flow().add(Step.READ);
        coder.code(fields);
      } else {
        unmatched(folded, fields);
      }
    }
    coder.spellings(fields);
    return List.of(folded).iterator();
  }

  private void unmatched(Folded folded, RowFields fields) {
    for (int file = 1; file < coding.files().size(); file++) {
      if (fields.has(file)) {
        folded.flow().add(Step.NO_PARTNER);
      }
    }
  }
}
