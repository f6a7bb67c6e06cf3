package org.caretally.report.page;

import org.caretally.report.table.DataTable;

/**
 * A table in its own right.
 *
 * @param table the table
 * @param file name of the CSV file beside the report; may be empty
 * @param open whether it stands open
 */
public record TableItem(DataTable table, String file, boolean open) implements PageItem {

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.tableItem(this);
  }
}
