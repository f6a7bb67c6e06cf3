package org.caretally.engine;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.caretally.intake.Step;
import org.caretally.problem.Code;
import org.caretally.study.Coding;
import org.caretally.study.Risk;

/** Folds runs of bytes of a single file straight into ledgers. */
final class FoldBytes implements MapPartitionsFunction<Split, Folded> {
  private static final long serialVersionUID = 1L;

  private final Coding coding;
  private final Duplicates duplicates;
  private final Verdicts verdicts;
  private final Risk risk;
  private final boolean keep;

  FoldBytes(Coding coding, Duplicates duplicates, Verdicts verdicts, Risk risk, boolean keep) {
    this.keep = keep;
    this.coding = coding;
    this.duplicates = duplicates;
    this.verdicts = verdicts;
    this.risk = risk;
  }

  @Override
  public Iterator<Folded> call(Iterator<Split> splits) throws IOException {
    Folded folded = SparkEngine.empty(coding).keeping(keep);
    Coder coder = new Coder(coding, verdicts, risk, folded);
    SourceReader reader = new SourceReader(coding, 0, splits);
    OtherRows others = new OtherRows(coding, 0);
    while (reader.next()) {
      folded.flow().add(Step.READ);
      long line = reader.records().line();
      if (reader.records().empty()) {
        folded.setAside(Step.EMPTY, line);
        continue;
      }
      if (reader.ragged()) {
        folded.findings().add(new Finding(Code.RAGGED_ROW, 0, ""), line);
        continue;
      }
      if (others.has(reader.fields())) {
        folded.setAside(Step.OTHER_ROWS, line);
        continue;
      }
      Optional<Step> reason = duplicates.setAside(reader.fields(), coding);
      if (reason.isPresent()) {
        folded.setAside(reason.get(), line);
      } else {
        coder.code(reader.fields());
      }
    }
    coder.spellings(reader.fields());
    return List.of(folded).iterator();
  }
}
