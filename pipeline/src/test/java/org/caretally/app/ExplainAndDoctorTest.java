package org.caretally.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.caretally.problem.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Help that needs no study: pages of codes, and a look at the machine. */
class ExplainAndDoctorTest {
  @TempDir Path folder;

  @Test
  void everyCodeHasItsPageInTheProgram() throws IOException {
    for (Code code : Code.values()) {
      Runs.Result result = Runs.command("explain", code.id().toLowerCase(Locale.ROOT));
      assertEquals(0, result.exit(), result.err());
      Path page = Runs.ROOT.resolve("pipeline/docs/errors/" + code.id() + ".md");
      assertEquals(Files.readString(page).strip(), result.out().strip());
    }
    assertEquals(Code.values().length, Runs.command("explain").out().lines().count());
  }

  @Test
  void anUnknownCodeGetsTheNearest() {
    Runs.Result result = Runs.command("explain", "E1O7");
    assertEquals(2, result.exit());
    assertEquals("", result.out());
    assertTrue(result.err().contains("\"E107\""), result.err());
  }

  @Test
  void thisMachineCanRun() {
    Runs.Result result = Runs.command("doctor", "--out", folder.toString(), "--browser");
    assertEquals(0, result.exit(), result.out());
    for (String subject : "Java,memory,reports folder,temporary folder,fonts,locale".split(",")) {
      assertTrue(result.out().contains(subject), result.out());
    }
    assertEquals(0, folder.toFile().list().length);
  }

  @Test
  void whatIsWrongFailsWithAFix() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    Runs.Result result = Runs.command("doctor", "--out", file.toString());
    assertEquals(1, result.exit(), result.out());
    assertTrue(result.out().contains("fail  reports folder"), result.out());
    assertTrue(result.out().contains("fix: choose another one with --out"), result.out());
    assertEquals(Checkup.Verdict.FAIL, Checkup.java(11, "11.0.2").verdict());
    assertEquals(Checkup.Verdict.WARN, Checkup.java(24, "24").verdict());
    assertEquals(Checkup.Verdict.FAIL, Checkup.memory(256L << 20).verdict());
    assertEquals(Checkup.Verdict.WARN, Checkup.memory(512L << 20).verdict());
    assertEquals(Checkup.Verdict.WARN, Checkup.browser(null, folder.toString()).verdict());
    assertEquals(Checkup.Verdict.WARN, Checkup.locale(Locale.GERMANY, "ANSI_X3.4-1968").verdict());
    assertEquals(Checkup.Verdict.FAIL, FolderCheckup.judged("a", "b", 1 << 20, true, "").verdict());
    assertEquals(
        Checkup.Verdict.WARN, FolderCheckup.judged("a", "b", 1L << 40, false, "").verdict());
    assertFalse(FolderCheckup.judged("a", "b", 1L << 29, true, "").fix().isEmpty());
  }
}
