package org.caretally.report.table;

import static org.caretally.disclosure.FixtureCells.confidential;
import static org.caretally.disclosure.FixtureCells.shown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.caretally.codebook.Language;
import org.caretally.disclosure.Cell;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.disclosure.Words;
import org.caretally.report.words.Tongue;
import org.junit.jupiter.api.Test;

class TablesTest {
  private static final Tongue EN = Tongue.of(Language.EN);
  private static final List<String> COLUMNS = List.of("name", "estimate", "label");

  private static Row row(String name, Cell value) {
    return new Row(COLUMNS, List.of(new Words(name), value, new Words("l" + name)));
  }

  private static ProtectedTable table(List<Row> rows) {
    return new ProtectedTable("t", COLUMNS, rows);
  }

  @Test
  void selectsEmptyWordsLikeAnyOther() {
    Grid grid =
        Grid.of(
            table(List.of(row("", shown(1, 0)), row("a", shown(2, 0)), row("", confidential()))));
    assertEquals(2, grid.where("name", "").rows().size());
    assertEquals(1, grid.whereNot("name", "").rows().size());
    assertEquals(0, grid.where("name", "none").rows().size());
    assertEquals(List.of("", "a"), grid.values("name"));
  }

  @Test
  void sortsLikeAPlainSortWithWithheldLast() {
    long seed = 77;
    Random random = new Random(seed);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      Cell cell = random.nextInt(5) == 0 ? confidential() : shown(random.nextInt(40), 0);
      rows.add(row("r" + i, cell));
    }
    List<Row> expected = new ArrayList<>(rows);
    expected.sort(
        (a, b) -> {
          double x = a.shows("estimate") ? -a.number("estimate") : Double.MAX_VALUE;
          double y = b.shows("estimate") ? -b.number("estimate") : Double.MAX_VALUE;
          return Double.compare(x, y);
        });
    List<Row> sorted = Grid.of(table(rows)).sorted("estimate", true).rows();
    assertEquals(expected, sorted, "seed " + seed);
    assertEquals(1, Grid.of(table(rows)).where("name", "r600").rows().size(), "seed " + seed);
  }

  @Test
  void ordersByNumbersInWords() {
    List<Row> rows = new ArrayList<>();
    for (String name : List.of("10", "2", "x", "1")) {
      rows.add(row(name, shown(1, 0)));
    }
    List<String> names =
        Grid.of(table(rows)).ordered("name").rows().stream().map(r -> r.text("name")).toList();
    assertEquals(List.of("1", "2", "10", "x"), names);
    Collections.reverse(rows);
    assertEquals(4, Grid.of(table(rows)).rows().size());
  }

  @Test
  void cleansControlsDirectionsAndHalves() {
    assertEquals("ab c", Clean.text("a\u202Eb\u0000\nc\u200F"));
    assertEquals("\uFFFD", Clean.text("\uD800"));
    String fine = "Sjúkraliði & 漢字 😀";
    assertSame(fine, Clean.text(fine));
  }

  @Test
  void cutsLabelsOnly() {
    String long1 = "y".repeat(10_000);
    ProtectedTable table =
        table(List.of(new Row(COLUMNS, List.of(new Words(long1), shown(1, 0), new Words(long1)))));
    Row row = Clean.table(table, "(no name)").rows().get(0);
    assertEquals(10_000, row.text("name").length());
    assertEquals(200, row.text("label").length());
  }

  @Test
  void aNameThatIsBlankIsSaidToBe() {
    ProtectedTable table =
        table(List.of(new Row(COLUMNS, List.of(new Words(""), shown(1, 0), new Words(" ")))));
    Row row = Clean.table(table, "(no name)").rows().get(0);
    assertEquals("", row.text("name"));
    assertEquals("(no name)", row.text("label"));
  }

  @Test
  void whatStandsForNoTopicHasNoNameToMiss() {
    List<String> columns = List.of("construct", "construct_label");
    ProtectedTable table =
        new ProtectedTable(
            "t",
            columns,
            List.of(
                new Row(columns, List.of(new Words(""), new Words(""))),
                new Row(columns, List.of(new Words("burnout"), new Words(" ")))));
    List<Row> rows = Clean.table(table, "(no name)").rows();
    assertEquals("", rows.get(0).text("construct_label"));
    assertEquals("(no name)", rows.get(1).text("construct_label"));
  }

  @Test
  void tablesMustBeComplete() {
    DataTable.Builder builder = new DataTable.Builder("t", "c").words("a", "b").row("only one");
    assertThrows(IllegalArgumentException.class, builder::build);
  }

  @Test
  void whatIsTheSameInEveryRowIsSaidOnce() {
    DataTable.Builder made =
        new DataTable.Builder("t", "c").words("A", "B").numbers("n").words("C");
    for (String a : List.of("x", "y", "z")) {
      made.row(a, "same", "5", a);
    }
    DataTable table = made.build();
    assertEquals("The same in every row. B: same", table.shared(EN));
    assertEquals(List.of("x", "5", "x"), table.varying().rows().get(0));
    DataTable two = new DataTable("t", "c", table.columns(), table.rows().subList(0, 2));
    assertEquals("", two.shared(EN));
    assertEquals(two, two.varying());
  }

  @Test
  void tablesAreSetByTheRoomTheyNeed() {
    assertEquals("", sized(3, 5, 1).setting());
    assertEquals("half", sized(12, 25, 3).setting());
    assertEquals("", sized(12, 90, 3).setting(), "sentences need room");
    assertEquals("third", sized(25, 20, 2).setting());
    assertEquals("", sized(12, 25, 8).setting());
    assertEquals("wide", sized(12, 25, 20).setting());
    assertEquals("", sized(60, 90, 5).setting());
    assertEquals("small", sized(61, 90, 5).setting());
    assertEquals("", sized(60, 36, 5).setting());
    assertEquals("half small", sized(61, 36, 5).setting());
  }

  @Test
  void aFewLongCellsTakeFurtherLines() {
    List<DataTable.Column> columns = sized(1, 1, 0).columns();
    List<List<String>> rows = new ArrayList<>(Collections.nCopies(20, List.of("x".repeat(20))));
    rows.addAll(Collections.nCopies(4, List.of("x".repeat(90))));
    assertEquals("third", new DataTable("t", "c", columns, rows).setting());
    rows.addAll(Collections.nCopies(4, List.of("x".repeat(90))));
    assertEquals("half", new DataTable("t", "c", columns, rows).setting());
  }

  private static DataTable sized(int rows, int letters, int numbers) {
    DataTable.Builder made = new DataTable.Builder("t", "c").words("A");
    for (int i = 0; i < numbers; i++) {
      made.numbers("n");
    }
    for (int i = 0; i < rows; i++) {
      List<String> cells = new ArrayList<>(List.of("x".repeat(letters)));
      cells.addAll(Collections.nCopies(numbers, "12.5–13.0"));
      made.row(cells);
    }
    return made.build();
  }
}
