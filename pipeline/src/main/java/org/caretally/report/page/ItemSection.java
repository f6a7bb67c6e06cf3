package org.caretally.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.chart.Figure;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Grid;
import org.caretally.report.words.Tongue;

/** Answers to single items, lowest and highest scores. */
final class ItemSection {
  private static final String BETWEEN = " · ";

  private ItemSection() {}

  static Section section(ReportInput input, String wave, Numbering figures) {
    Tongue t = input.tongue();
    List<PageItem> items = new ArrayList<>();
    Grid ends = Grid.of(input.items().ends()).where("wave", wave);
    if (!ends.isEmpty()) {
      items.add(new Prose(t.say("items.ends.how")));
      items.add(new TableItem(ends(t, ends), "ends", false));
    }
    Grid answers = Grid.of(input.items().answers()).where("wave", wave);
    if (!answers.isEmpty()) {
      items.add(new Prose(t.say("items.answers.how")));
      items.add(new TableItem(answers(t, answers), "items", false));
      items.addAll(figures.at(Figure.Place.ITEMS));
    }
    return new Section("items", t.say("items.title"), Audience.RESEARCHERS, items);
  }

  private static DataTable ends(Tongue t, Grid rows) {
    DataTable.Builder table =
        new DataTable.Builder("ends", t.say("items.ends"))
            .words(t.say("common.scale"), t.say("items.end"))
            .numbers(t.say("items.score"), t.say("common.share"))
            .numbers(t.say("common.interval.percent"), t.say("common.n"));
    for (Row row : rows.rows()) {
      table.row(
          row.text("scale_label"),
          t.name("items.end", row.text("end")),
          t.number(row.text("score")),
          t.percent(row.cell("estimate")),
          t.interval(row),
          t.count(row.cell("n")));
    }
    return table.build();
  }

  private static DataTable answers(Tongue t, Grid rows) {
    Map<List<String>, List<Row>> items = new LinkedHashMap<>();
    for (Row row : rows.rows()) {
      List<String> item = List.of(row.text("instrument"), row.text("item"), row.text("column"));
      items.computeIfAbsent(item, k -> new ArrayList<>()).add(row);
    }
    DataTable.Builder table =
        new DataTable.Builder("answers", t.say("items.answers"))
            .words(t.say("items.item"), t.say("items.given"))
            .numbers(t.say("items.missing"), t.say("items.answered"))
            .numbers(t.say("items.unanswered"), t.say("items.unasked"));
    items.forEach(
        (item, answers) ->
            table.row(
                t.say(
                    "items.name",
                    "instrument",
                    item.get(0),
                    "item",
                    item.get(1),
                    "column",
                    item.get(2)),
                answers(t, answers),
                t.percent(answers.get(0).cell("missing")),
                t.count(answers.get(0).cell("n")),
                t.count(answers.get(0).cell("blank")),
                t.count(answers.get(0).cell("not_asked"))));
    return table.build();
  }

  private static String answers(Tongue t, List<Row> rows) {
    List<String> parts = new ArrayList<>();
    for (Row row : rows) {
      String from = row.text("answer_from");
      String to = row.text("answer_to");
      if (!from.isBlank()) {
        String codes = from.equals(to) ? from : t.say("common.range", "low", from, "high", to);
        parts.add(codes + ":\u00a0" + t.percent(row.cell("share")));
      }
    }
    return parts.isEmpty() ? t.say("items.numbers") : String.join(BETWEEN, parts);
  }
}
