package org.caretally.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.caretally.codebook.Language;
import org.caretally.disclosure.Cell;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.disclosure.Words;
import org.caretally.report.words.Tongue;

/**
 * Makes tables and sentences ready for the page: clean, and with the fixed texts of the product in
 * the language of the report. The files beside the page keep the English words.
 *
 * @param tongue the language
 */
public record Ready(Tongue tongue) {
  private static final String POOLED = " and ";
  private static final Set<String> SPOKEN =
      Set.of(
          "adjusted_for",
          "against_label",
          "band_label",
          "changes",
          "construct_label",
          "counts",
          "cutoff_label",
          "cutoffs",
          "done",
          "finding",
          "found",
          "given",
          "label",
          "licence",
          "measure_label",
          "measured_by",
          "missing_rule",
          "model_label",
          "outcome_label",
          "over_label",
          "overlap",
          "reason",
          "recall",
          "range",
          "rule",
          "scale_label",
          "scoring",
          "with_label",
          "x_label",
          "y_label");

  /** Names and citations: only those of the product itself have words in other languages. */
  private static final Set<String> NAMES = Set.of("citation", "instrument", "source", "title");

  /** Returns a table whose words can be printed. */
  public ProtectedTable table(ProtectedTable table) {
    ProtectedTable clean = Clean.table(table, tongue.say("common.nameless"));
    if (tongue.tag().equals(Language.EN.tag())) {
      return clean;
    }
    List<Row> rows = new ArrayList<>(clean.rows().size());
    for (Row row : clean.rows()) {
      List<Cell> cells = new ArrayList<>(row.cells().size());
      for (int i = 0; i < row.cells().size(); i++) {
        Cell cell = row.cells().get(i);
        cells.add(cell instanceof Words ? words(clean, row, i) : cell);
      }
      rows.add(new Row(clean.columns(), cells));
    }
    return new ProtectedTable(clean.id(), clean.columns(), rows);
  }

  private Words words(ProtectedTable table, Row row, int at) {
    String column = table.columns().get(at);
    String text = row.cells().get(at).text();
    if (column.equals("level_label")) {
      return new Words(level(row, text));
    }
    if (NAMES.contains(column)) {
      return new Words(tongue.term(text));
    }
    boolean spoken = SPOKEN.contains(column);
    spoken |= column.equals("bands") && table.id().equals("coverage");
    return new Words(spoken ? tongue.phrase(text) : text);
  }

  /** Levels are the study's own, but bands without labels and groups that are shown together. */
  private String level(Row row, String label) {
    int last = label.lastIndexOf(POOLED);
    if (row.text("level").contains("+") && last > 0) {
      return tongue.say(
          "common.pooled",
          "first",
          label.substring(0, last),
          "last",
          label.substring(last + POOLED.length()));
    }
    boolean band = !label.isEmpty() && Character.isDigit(label.charAt(0));
    return band ? tongue.phrase(label) : label;
  }

  /** Returns words of the study without control characters. */
  public String text(String text) {
    return Clean.text(text);
  }

  /** Returns a sentence of the product in the language of the report. */
  public String phrase(String text) {
    return tongue.phrase(Clean.text(text));
  }
}
