package org.caretally.report.export;

import static org.caretally.disclosure.FixtureCells.confidential;
import static org.caretally.disclosure.FixtureCells.shown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.caretally.disclosure.Cell;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.disclosure.Words;
import org.junit.jupiter.api.Test;

class CsvExportTest {

  private static String csv(ProtectedTable table) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new CsvExport().write(table, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static ProtectedTable one(String column, Cell... cells) {
    List<String> columns = List.of(column);
    return new ProtectedTable(
        "t", columns, List.of(cells).stream().map(c -> new Row(columns, List.of(c))).toList());
  }

  @Test
  void wordsThatLookLikeFormulasAreGuardedAndNumbersAreNot() throws IOException {
    for (String bad : List.of("=1+1", "+1", "-1", "@x", "\tx", "\rx")) {
      String csv = csv(one("a", new Words(bad)));
      assertTrue(csv.contains("'" + bad), csv);
    }
    assertEquals("a\n-1.5\n", csv(one("a", shown(-1.5, 1))));
    assertEquals("a\nb=c\n", csv(one("a", new Words("b=c"))));
  }

  @Test
  void withheldNumbersAreEmptyAndQuotesAreDoubled() throws IOException {
    List<String> columns = List.of("a", "b");
    ProtectedTable table =
        new ProtectedTable(
            "t",
            columns,
            List.of(
                new Row(columns, List.of(new Words("say \"x\", é\nz"), confidential())),
                new Row(columns, List.of(new Words(""), shown(2, 0)))));
    assertEquals("a,b\n\"say \"\"x\"\", é\nz\",\n\"\",2\n", csv(table));
  }

  @Test
  void agreedColumnsComeFirst() {
    List<String> columns =
        List.of(
            "note",
            "wave",
            "domain",
            "level",
            "x",
            "y",
            "method",
            "estimate",
            "std_error",
            "ci_low",
            "ci_high",
            "n",
            "df",
            "p_value",
            "p_adjusted",
            "status",
            "reason");
    List<Cell> cells = columns.stream().map(c -> (Cell) new Words(c)).toList();
    ProtectedTable table =
        new ProtectedTable("correlations", columns, List.of(new Row(columns, cells)));
    ProtectedTable ordered = Contract.ordered(table);
    assertEquals(
        List.of(
            "wave",
            "domain",
            "level",
            "x",
            "y",
            "method",
            "estimate",
            "std_error",
            "ci_low",
            "ci_high",
            "df",
            "n",
            "p_value",
            "p_adjusted",
            "status",
            "reason",
            "note"),
        ordered.columns());
    for (String column : columns) {
      assertEquals(column, ordered.rows().get(0).text(column));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> Contract.ordered(new ProtectedTable("estimates", List.of("wave"), List.of())));
  }
}
