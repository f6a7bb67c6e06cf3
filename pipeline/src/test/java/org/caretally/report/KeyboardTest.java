package org.caretally.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.caretally.codebook.Language;
import org.caretally.report.page.ReportInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real keys, as a person without a mouse presses them: open a table, go to a head, sort. */
class KeyboardTest {
  private static final String HEAD = "document.querySelectorAll('#glance-table thead th')[2]";
  private static final String COLUMN =
      "Array.from(document.querySelectorAll('#glance-table tbody tr'))"
          + ".map(r => r.cells[2].textContent).join(' ')";
  private static final String SUMMARY =
      "document.activeElement === document.querySelector('#glance-figure summary')";

  @TempDir Path folder;

  private DevTools open(ReportInput input) throws Exception {
    ReportWriter.write(input, folder);
    DevTools page = DevTools.open(folder, folder.resolve("report.html"));
    for (int tries = 0; tries < 100; tries++) {
      if (page.say("document.readyState + ' ' + !!document.querySelector('#glance-table')")
          .equals("complete true")) {
        return page;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the page does not load");
  }

  private static void tabTo(DevTools page, String focused) throws Exception {
    for (int presses = 0; presses < 200; presses++) {
      if (page.say(focused).equals("true")) {
        return;
      }
      page.press("Tab");
    }
    throw new AssertionError("no Tab leads to " + focused);
  }

  private static void sorted(String column, String decimal, int direction) {
    double before = direction > 0 ? -1 : 101;
    int cells = 0;
    for (String cell : column.replaceAll("\u00a0?%", "").split(" ", -1)) {
      double number = Double.parseDouble(cell.replace(decimal, "."));
      assertTrue(direction * (number - before) >= 0, column);
      before = number;
      cells++;
    }
    assertEquals(12, cells, column);
  }

  @Test
  void tabEnterAndSpaceOpenAndSortATable() throws Exception {
    try (DevTools page = open(Fixture.ordinary())) {
      tabTo(page, SUMMARY);
      assertEquals("false", page.say("document.activeElement.parentElement.open"));
      page.press("Enter");
      assertEquals("true", page.say("document.activeElement.parentElement.open"));
      tabTo(page, "document.activeElement.parentElement === " + HEAD);
      assertEquals("null", page.say(HEAD + ".getAttribute('aria-sort')"));
      page.press("Enter");
      assertEquals("ascending", page.say(HEAD + ".getAttribute('aria-sort')"));
      sorted(page.say(COLUMN), ".", 1);
      page.press("Space");
      assertEquals("descending", page.say(HEAD + ".getAttribute('aria-sort')"));
      sorted(page.say(COLUMN), ".", -1);
      page.press("Tab");
      assertEquals("false", page.say("document.activeElement.parentElement === " + HEAD));
    }
  }

  @Test
  void decimalCommasAreSortedAsNumbers() throws Exception {
    try (DevTools page = open(Variants.in(Language.DE, Fixture.ordinary()))) {
      tabTo(page, SUMMARY);
      page.press("Space");
      tabTo(page, "document.activeElement.parentElement === " + HEAD);
      assertEquals("Nach dieser Spalte sortieren", page.say("document.activeElement.title"));
      page.press("Enter");
      sorted(page.say(COLUMN), ",", 1);
    }
  }
}
