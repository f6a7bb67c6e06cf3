package org.caretally.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs every worked example that stands in a built-in definition. */
class WorkedExamplesTest {
  private static final Library LIBRARY = Library.builtIn();

  private static List<DynamicTest> tests(boolean variants) {
    List<DynamicTest> tests = new ArrayList<>();
    for (String id : LIBRARY.ids()) {
      Instrument instrument = LIBRARY.find(id).orElseThrow();
      for (Example example : instrument.examples()) {
        if (example.variant().isEmpty() != variants) {
          tests.add(
              DynamicTest.dynamicTest(
                  id + " " + example.name(),
                  () -> assertEquals(List.of(), Examples.differences(instrument, example))));
        }
      }
    }
    return tests;
  }

  @TestFactory
  List<DynamicTest> everyWorkedExampleComesOut() {
    return tests(false);
  }

  @TestFactory
  List<DynamicTest> everyVariantExampleComesOut() {
    return tests(true);
  }

  @Test
  void noExampleIsLost() {
    assertEquals(58, LIBRARY.ids().size());
    assertEquals(201, tests(false).size());
    assertEquals(12, tests(true).size());
  }
}
