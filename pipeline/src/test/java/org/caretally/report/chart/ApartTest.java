package org.caretally.report.chart;

import static org.caretally.disclosure.FixtureCells.shown;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.disclosure.Words;
import org.junit.jupiter.api.Test;

/**
 * A challenge with two cut-offs, such as short and long sleep, is two columns, each with a name.
 */
class ApartTest {
  private static final List<String> COLUMNS =
      List.of(
          "domain",
          "domain_label",
          "level",
          "level_label",
          "level_order",
          "construct",
          "construct_label",
          "measure",
          "cutoff_label",
          "estimate");

  private static Row row(String construct, String measure, String cutoff, double estimate) {
    return new Row(
        COLUMNS,
        List.of(
            new Words("sex"),
            new Words("Sex"),
            new Words("men"),
            new Words("Men"),
            new Words("0"),
            new Words(construct),
            new Words(construct),
            new Words(measure),
            new Words(cutoff),
            shown(estimate, 2)));
  }

  @Test
  void twoCutoffsOfAChallengeKeepTheirOwnResults() {
    List<Row> rows =
        Apart.named(
            List.of(
                row("Sleep", "short", "below 7", .24),
                row("Sleep", "long", "above 9", .10),
                row("Depression", "phq", "at or above 10", .09)));
    GroupMap map = GroupMap.of(rows, List.of("short", "long", "phq"));
    assertEquals(
        List.of("Sleep, below 7", "Sleep, above 9", "Depression"),
        List.copyOf(map.constructs().values()));
    GroupMap.Level men = map.domains().get(0).levels().get(0);
    assertEquals(.24, men.row("short").number("estimate"));
    assertEquals(.10, men.row("long").number("estimate"));
  }
}
