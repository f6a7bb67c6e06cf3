package org.caretally.report.chart;

import java.util.List;
import org.caretally.report.table.DataTable;

/**
 * A picture with everything that must stand beside it.
 *
 * @param id anchor, unique on the page
 * @param title what it says, computed from published numbers by fixed rules
 * @param subtitle what is measured, on whom
 * @param notes how to read it, and its base
 * @param pictures the wide version, and a narrow one for phones unless it scrolls instead
 * @param table the numbers drawn
 */
public record Drawing(
    String id,
    String title,
    String subtitle,
    List<String> notes,
    List<Svg> pictures,
    DataTable table) {}
