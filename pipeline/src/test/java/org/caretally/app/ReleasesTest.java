package org.caretally.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.caretally.disclosure.Cell;
import org.caretally.disclosure.FixtureCells;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.disclosure.Words;
import org.caretally.problem.Code;
import org.caretally.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second report that is too near to the first is refused. */
class ReleasesTest {
  private static final List<String> COLUMNS = List.of("wave", "domain", "level", "measure", "n");

  @TempDir Path reports;

  /** Bases of everybody and of two groups; negative for withheld. */
  private static ProtectedTable table(String wave, int... bases) {
    List<ProtectedTable.Row> rows = new ArrayList<>();
    for (int i = 0; i < bases.length; i++) {
      Cell n = bases[i] < 0 ? FixtureCells.confidential() : FixtureCells.shown(bases[i], 0);
      String domain = i == 0 ? "" : "team";
      rows.add(
          new ProtectedTable.Row(
              COLUMNS,
              List.of(
                  new Words(wave),
                  new Words(domain),
                  new Words(i == 0 ? "" : "t" + i),
                  new Words("m"),
                  n)));
    }
    return new ProtectedTable("estimates", COLUMNS, rows);
  }

  private void publish(ProtectedTable table, String data, String reason) throws IOException {
    Releases releases = Releases.read(reports, "s");
    releases.write(releases.with(table, data, reason));
  }

  private void refused(ProtectedTable table, String data) {
    ProblemException refusal = assertThrows(ProblemException.class, () -> publish(table, data, ""));
    assertEquals(Code.RELEASE_TOO_NEAR, refusal.problems().get(0).code());
  }

  @Test
  void fewPeopleCannotBeTakenFromTwoReports() throws IOException {
    publish(table("2026", 250, 100, 150), "a", "");
    List<String> first = Files.readAllLines(reports.resolve("s.releases.tsv"));
    publish(table("2026", 250, 100, 150), "a", "");
    assertEquals(first, Files.readAllLines(reports.resolve("s.releases.tsv")));
    refused(table("2026", 255, 105, 150), "b");
    refused(table("2026", 260, 100, 160), "b");
    refused(table("2026", 270, 105, 165), "b");
    refused(table("2026", 250, 100, -1), "b");
    refused(table("2026", 250, 100, -1), "a");
    publish(table("2027", 255, 105, 150), "c", "");
    publish(table("2026", 300, 120, 180), "b", "");
    refused(table("2026", 255, 105, 150), "d");
    publish(table("2026", 255, 105, 150), "d", "the first one was withdrawn");
    assertTrue(
        Files.readString(reports.resolve("s.releases.tsv"))
            .contains("the first one was withdrawn"));
  }

  @Test
  void theKeyIsRandomAndOnlyTheOwnersAndTheHashDependsOnIt() throws IOException {
    Path data = Files.writeString(reports.resolve("data.csv"), "a,b\n1,2\n");
    byte[] key = Hashes.key(reports);
    assertEquals(32, key.length);
    assertEquals(Hashes.of(key, List.of(data)), Hashes.of(Hashes.key(reports), List.of(data)));
    assertFalse(
        Hashes.of(key, List.of(data))
            .equals(Hashes.of(Hashes.key(reports.resolve("o")), List.of(data))));
    if (Files.getFileStore(reports).supportsFileAttributeView("posix")) {
      assertEquals(2, Files.getPosixFilePermissions(reports.resolve(".release-key")).size());
    }
  }
}
