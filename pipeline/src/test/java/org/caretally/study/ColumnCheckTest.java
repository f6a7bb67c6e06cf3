package org.caretally.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caretally.intake.Header;
import org.caretally.problem.Code;
import org.caretally.problem.Problem;
import org.caretally.problem.Problems;
import org.caretally.study.ColumnCheck.Located;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every column a study names is found in one file, or the study is told what to write. */
class ColumnCheckTest {
  private static final String HEAD = "version: 1\ntitle: T\npopulation: P\n";

  @TempDir Path folder;
  private final Problems problems = new Problems();

  private Map<String, Located> check(String study, String... headers) throws IOException {
    List<Optional<Header>> all = new ArrayList<>();
    for (String header : headers) {
      all.add(
          header.isEmpty()
              ? Optional.empty()
              : Optional.of(new Header("f.csv", ',', List.of(header.split(",")), 0, 1, false)));
    }
    Study read = StudyReader.read(Files.writeString(folder.resolve("s.yml"), HEAD + study));
    return ColumnCheck.check(read, all, problems);
  }

  private Problem only() {
    assertEquals(1, problems.all().size(), () -> problems.all().toString());
    return problems.all().get(0);
  }

  @Test
  void findsColumnsInTheirFiles() throws IOException {
    Map<String, Located> found =
        check(
            """
            files: [d/a.csv, b.csv]
            key: id
            columns: {sex: {column: b.csv/g, levels: [f, m]}, o: {column: ICS/STP, levels: [x]}}
            instruments: {gad2: ["x{1,2}"], isi: "a.csv/g"}
            design: {psu: id}
            """,
            "id,g,x1,ICS/STP",
            "id,g,x2");
    assertEquals(List.of(), problems.all());
    assertEquals(
        Map.of(
            "id", new Located(0, 0),
            "b.csv/g", new Located(1, 1),
            "ICS/STP", new Located(0, 3),
            "x1", new Located(0, 2),
            "x2", new Located(1, 2),
            "a.csv/g", new Located(0, 1)),
        found);
  }

  @Test
  void anUnknownColumnHasItsClosestName() throws IOException {
    check("file: a.csv\ninstruments: {x: [GAD7_1]}\n", "GAD_1,b");
    assertEquals(Code.COLUMN_NOT_IN_FILE, only().code());
    assertEquals(5, only().where().line());
    assertEquals("\"GAD_1\"", only().nearest());
    assertEquals("GAD_1", only().fix());
    assertEquals("column \"GAD7_1\" of item 1 of \"x\" is in no data file", only().what());
  }

  @Test
  void allUnknownColumnsComeAtOnce() throws IOException {
    check("file: a.csv\ninstruments: {x: \"Q{1..9}\"}\ndesign: {weight: w}\n", "b");
    assertEquals(10, problems.all().size());
  }

  @Test
  void anUnreadFileExcusesMissingColumns() throws IOException {
    check("files: [a.csv, b.csv]\nkey: id\ninstruments: {x: \"Q{1..9}\"}\n", "id,b", "");
    assertEquals(List.of(), problems.all());
  }

  @Test
  void aColumnInSeveralFilesNeedsItsFile() throws IOException {
    check("files: [a.csv, b.csv]\nkey: id\ninstruments: {x: [q]}\n", "id,q", "id,q");
    assertEquals(Code.COLUMN_NAMED_TWICE, only().code());
    assertEquals(6, only().where().line());
    assertEquals("a.csv/q", only().fix());
    assertEquals("the file before the column, one of \"a.csv\", \"b.csv\"", only().expected());
  }

  @Test
  void theKeyMustBeInEveryFile() throws IOException {
    check("files: [a.csv, b.csv]\nkey: SEQN\ninstruments: {x: [q]}\n", "SEQN,q", "SEQM,r");
    assertEquals(Code.COLUMN_NOT_IN_FILE, only().code());
    assertEquals(5, only().where().line());
    assertEquals("SEQM", only().fix());
  }

  @Test
  void aColumnUsedTwiceIsNamedWithBothUses() throws IOException {
    check("file: a.csv\ninstruments: {x: [q], y: [q]}\n", "q");
    assertEquals(Code.COLUMN_USED_TWICE, only().code());
    assertEquals(5, only().where().line());
    assertEquals("column \"q\" is used by item 1 of \"x\" and by item 1 of \"y\"", only().what());
    assertEquals("name the right column for item 1 of \"y\" or for item 1 of \"x\"", only().fix());
  }

  @Test
  void sharingIsCheckedForEveryPair() throws IOException {
    String plain = "file: a.csv\ninstruments: {x: [q]}\n";
    check(plain + "design: {strata: s, psu: p}\ncolumns: {s: {levels: [x]}}\n", "q,s,p");
    check(plain + "key: p\nwave: {column: y}\ndesign: {psu: p, strata: y}\n", "q,y,p");
    assertEquals(List.of(), problems.all());
    check(plain + "design: {strata: s, psu: s}\n", "q,s");
    check(plain + "design: {weight: q}\n", "q,s");
    check("file: a.csv\ninstruments: {x: [q, q]}\n", "q,s");
    assertEquals(
        List.of("E109", "E109", "E109"), problems.all().stream().map(p -> p.code().id()).toList());
  }
}
