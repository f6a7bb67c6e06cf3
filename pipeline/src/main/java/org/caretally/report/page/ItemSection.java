package org.caretally.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Grid;
import org.caretally.report.table.Numbers;

/** Answers to single items, lowest and highest scores, and what was noticed in the answers. */
final class ItemSection {
  private static final String BETWEEN = " · ";

  private ItemSection() {}

  static Section section(ReportInput input, String wave) {
    List<PageItem> items = new ArrayList<>();
    if (!input.info().quality().isEmpty()) {
      items.add(new Heading("What was noticed in the answers"));
      items.add(new Bullets(input.info().quality()));
    }
    Grid ends = Grid.of(input.items().ends()).where("wave", wave);
    if (!ends.isEmpty()) {
      items.add(
          new Prose(
              "The lowest and the highest score are those that the key of a scale allows, whether"
                  + " anybody has them or not. The shares are weighted like every other"
                  + " prevalence. Where many people stand at one end, the scale cannot tell them"
                  + " apart."));
      items.add(new TableItem(ends(ends), "ends", false));
    }
    Grid answers = Grid.of(input.items().answers()).where("wave", wave);
    if (!answers.isEmpty()) {
      items.add(
          new Prose(
              "Answers to single items are plain shares of the people who answered, without"
                  + " weights, in the codes of the instrument before any item is reversed. Answers"
                  + " that few people gave stand together with their neighbours. Missing is the share"
                  + " without an answer among those who were asked. Questions on self-harm are left"
                  + " out."));
      items.add(new TableItem(answers(answers), "items", false));
    }
    return new Section("items", "Answers to items", Audience.RESEARCHERS, items);
  }

  private static DataTable ends(Grid rows) {
    DataTable.Builder table =
        new DataTable.Builder("ends", "People with the lowest and the highest possible score")
            .words("Scale", "End")
            .numbers("Score", "Share", "95% interval, %", "n");
    for (Row row : rows.rows()) {
      table.row(
          row.text("scale_label"),
          row.text("end"),
          row.text("score"),
          Numbers.percent(row.cell("estimate")),
          Numbers.interval(row),
          Numbers.count(row.cell("n")));
    }
    return table.build();
  }

  private static DataTable answers(Grid rows) {
    Map<List<String>, List<Row>> items = new LinkedHashMap<>();
    for (Row row : rows.rows()) {
      List<String> item = List.of(row.text("instrument"), row.text("item"), row.text("column"));
      items.computeIfAbsent(item, k -> new ArrayList<>()).add(row);
    }
    DataTable.Builder table =
        new DataTable.Builder("answers", "Answers to each item")
            .words("Item and column", "Answers")
            .numbers("Missing", "Answered", "Not answered", "Not asked");
    items.forEach(
        (item, answers) ->
            table.row(
                item.get(0) + " item " + item.get(1) + ", " + item.get(2),
                answers(answers),
                Numbers.percent(answers.get(0).cell("missing")),
                Numbers.count(answers.get(0).cell("n")),
                Numbers.count(answers.get(0).cell("blank")),
                Numbers.count(answers.get(0).cell("not_asked"))));
    return table.build();
  }

  private static String answers(List<Row> rows) {
    List<String> parts = new ArrayList<>();
    for (Row row : rows) {
      String from = row.text("answer_from");
      String to = row.text("answer_to");
      if (!from.isBlank()) {
        String codes = from.equals(to) ? from : from + " to " + to;
        parts.add(codes + ":\u00a0" + Numbers.percent(row.cell("share")));
      }
    }
    return parts.isEmpty() ? "numbers" : String.join(BETWEEN, parts);
  }
}
