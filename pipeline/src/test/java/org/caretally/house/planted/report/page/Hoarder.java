package org.caretally.house.planted.report.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.ibm.icu.util.ULocale;
import gg.jte.TemplateOutput;
import org.apache.commons.csv.CSVFormat;
import org.knowm.xchart.XYChart;
import tech.tablesaw.api.Table;

/** Keeps all libraries of the report in the wrong room. */
public final class Hoarder {
  private XYChart chart;
  private Table table;
  private CSVFormat format;
  private TemplateOutput output;
  private JsonFactory json;
  private ULocale locale;

  /** Uses them. */
  public Object[] all() {
    return new Object[] {chart, table, format, output, json, locale};
  }

  /** Fills them. */
  public void fill(XYChart c, Table t, CSVFormat f, TemplateOutput o, JsonFactory j, ULocale l) {
    chart = c;
    table = t;
    format = f;
    output = o;
    locale = l;
    json = j;
  }
}
