package org.caretally.engine;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.caretally.instrument.Library;
import org.caretally.intake.Header;
import org.caretally.intake.HeaderReader;
import org.caretally.intake.identity.IdentityScan;
import org.caretally.intake.identity.Sample;
import org.caretally.problem.Problem;
import org.caretally.problem.ProblemException;
import org.caretally.problem.Problems;
import org.caretally.study.Coding;
import org.caretally.study.ColumnCheck;
import org.caretally.study.Plan;
import org.caretally.study.Planner;
import org.caretally.study.Risk;
import org.caretally.study.SourceFile;
import org.caretally.study.Study;
import org.caretally.study.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Data files broken in thousands of ways: each is read to its end, or ends with a coded problem
 * that holds no cell of the file. Nothing else is thrown, and no file makes the program take much
 * memory.
 */
class MutatedFilesTest {
  private static final long SEED = 20_261_125L;
  private static final int FILES = 5_000;
  private static final int WITH_SPARK = 200;
  private static final long SPARK_SECONDS = 12;
  private static final long MOST_BYTES = 64L << 20;
  private static final String SECRET = "Zq7xsecret";

  private static final String STUDY =
      """
      version: 1
      title: T
      population: P
      files: [a.csv]
      key: who
      missing: [NA]
      columns:
        team: {levels: [Red, Blue]}
        hours: {number: {min: 0, max: 100, decimals: 1}}
      instruments: {gad7: "g{1..7}"}
      domains: {team: team}
      design: {weight: weight, strata: stratum, psu: unit, lonely_psu: adjust}
      """;

  private static final String[] TOKENS = {
    "\"",
    "\"\"",
    "\"\"\"",
    ",",
    ";",
    "\t",
    "|",
    "\n",
    "\r",
    "\r\n",
    "\n\n",
    "\0",
    "\uFEFF",
    "NA",
    "-",
    "1e309",
    "NaN",
    "999999999999999999999",
    "0.00000000000000001",
    "=1+1",
    "\\",
    "'",
    "é",
    "\uD83D\uDE00",
    "who,who",
    "Red",
    "Several days",
    " ",
    ",,,,,,,,,,,,",
    "\"a\nb\"",
    "\"a",
    "a\"",
    SECRET
  };

  @TempDir Path folder;
  private final Library library = Library.builtIn();

  private static byte[] good(int rows) {
    StringBuilder s =
        new StringBuilder("who,note,team,hours,weight,stratum,unit,g1,g2,g3,g4,g5,g6,g7\n");
    for (int i = 0; i < rows; i++) {
      s.append("P").append(i).append(",\"").append(SECRET).append(" a, \"\"b\"\"\nc\",");
      s.append(i % 2 == 0 ? "Red" : "Blue").append(',').append(i % 60).append(".5,1.25,s");
      s.append(i % 2).append(",u").append(i % 8).append((",Several days").repeat(3));
      s.append(("," + i % 4).repeat(4)).append(i % 3 == 0 ? "\r\n" : "\n");
    }
    return s.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] mutated(byte[] good, Random random) {
    byte[] bytes = good;
    for (int i = 1 + random.nextInt(3); i > 0 && bytes.length > 0; i--) {
      bytes = once(bytes, random);
    }
    return bytes;
  }

  private static byte[] once(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    int to = Math.min(bytes.length, at + 1 + random.nextInt(random.nextBoolean() ? 8 : 400));
    byte[] cut = Arrays.copyOfRange(bytes, at, to);
    byte[] none = {};
    return switch (random.nextInt(10)) {
      case 0 -> joined(bytes, at, to, none); // delete
      case 1 -> joined(bytes, at, at, cut); // double
      case 2 -> joined(bytes, random.nextInt(bytes.length), -1, cut); // move a copy
      case 3 -> Arrays.copyOf(bytes, at); // truncate
      case 4 -> {
        random.nextBytes(cut);
        yield joined(bytes, at, to, cut); // noise
      }
      case 5 ->
          new String(bytes, StandardCharsets.UTF_8)
              .replace(',', ";\t|".charAt(random.nextInt(3)))
              .getBytes(StandardCharsets.UTF_8);
      case 6 ->
          random.nextInt(8) == 0
              ? new String(bytes, StandardCharsets.UTF_8)
                  .getBytes(
                      random.nextBoolean() ? StandardCharsets.UTF_16 : StandardCharsets.UTF_16LE)
              : joined(
                  bytes,
                  at,
                  at,
                  "x".repeat(random.nextInt(60_000)).getBytes(StandardCharsets.UTF_8));
      default ->
          joined(
              bytes,
              at,
              at,
              TOKENS[random.nextInt(TOKENS.length)].getBytes(StandardCharsets.UTF_8));
    };
  }

  private static byte[] joined(byte[] bytes, int from, int to, byte[] middle) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, from);
    out.writeBytes(middle);
    int next = to < 0 ? from : to;
    out.write(bytes, next, bytes.length - next);
    return out.toByteArray();
  }

  private Study study() throws IOException {
    Files.write(folder.resolve("a.csv"), good(8));
    return StudyReader.read(Files.writeString(folder.resolve("study.yml"), STUDY));
  }

  /**
   * Plans a study over a mutated file. Compiling instruments takes longer than all the rest, so it
   * is done once, and again only for a file whose columns are others and suffice.
   */
  private Coding plan(Study study, Plan planned, Header usual, byte[] data) throws IOException {
    Path file = folder.resolve("a.csv");
    Files.write(file, data);
    Study.DataFile named = study.files().get(0);
    Problems problems = new Problems();
    Optional<Header> header =
        HeaderReader.read(file, "a.csv", named.format(), named.place(), problems);
    header.ifPresent(h -> new IdentityScan().of(h, Sample.of(file, h), (c, v) -> false));
    problems.throwIfErrors();
    ColumnCheck.check(study, List.of(header), problems);
    problems.throwIfErrors();
    Header found = header.orElseThrow();
    if (!found.columns().equals(usual.columns())) {
      return Planner.plan(study, library, problems).coding();
    }
    SourceFile source =
        new SourceFile(
            file.toString(),
            "a.csv",
            found.charset().name(),
            found.delimiter(),
            found.columns().size(),
            found.least(),
            found.dataStart(),
            found.headerLines() + 1);
    return planned.coding().over(List.of(source));
  }

  private static Header header(Study study) {
    Study.DataFile file = study.files().get(0);
    return HeaderReader.read(file.path(), "a.csv", file.format(), file.place(), new Problems())
        .orElseThrow();
  }

  /** Does what a task of Spark does with a file. */
  private static List<Problem> read(Coding coding, int parts) throws IOException {
    List<Split> splits = SplitScanner.scan(coding.files().get(0), 0, parts);
    Folded all = SparkEngine.empty(coding);
    for (Split split : splits) {
      Verdicts verdicts = new Verdicts(coding.cleaning());
      FoldBytes fold = new FoldBytes(coding, new Duplicates(), verdicts, Risk.NONE, false);
      all.merge(fold.call(List.of(split).iterator()).next());
    }
    List<Problem> problems = DataProblems.of(coding, all.findings(), List.of());
    assertTrue(all.flow().balanced() || !problems.isEmpty(), "rows are not accounted for");
    return problems;
  }

  private static void note(List<Problem> problems, Map<String, Integer> ends, long number) {
    for (Problem problem : problems) {
      assertFalse(problem.text().contains(SECRET), "file " + number + ": " + problem.text());
    }
    ends.merge(problems.isEmpty() ? "read" : problems.get(0).code().id(), 1, Integer::sum);
  }

  @Test
  void everyFileIsReadOrEndsWithACode() throws IOException {
    Study study = study();
    Plan planned = Planner.plan(study, library, new Problems());
    Header usual = header(study);
    byte[] good = good(8);
    Map<String, Integer> ends = new TreeMap<>();
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long most = 0;
    for (long number = 0; number < FILES; number++) {
      byte[] data = mutated(good, new Random(SEED + number));
      long before = threads.getCurrentThreadAllocatedBytes();
      try {
        note(read(plan(study, planned, usual, data), 1 + (int) (number % 3)), ends, number);
      } catch (ProblemException e) {
        note(e.problems(), ends, number);
      } catch (RuntimeException | Error e) {
        Files.write(Path.of(System.getProperty("java.io.tmpdir"), "mutated.csv"), data);
        throw new AssertionError("file " + number + " of seed " + SEED, e);
      }
      most = Math.max(most, threads.getCurrentThreadAllocatedBytes() - before);
    }
    System.out.printf(
        "%d mutated files, seed %d: %s; at most %d MB allocated for one%n",
        FILES, SEED, ends, most >> 20);
    assertTrue(ends.getOrDefault("read", 0) > FILES / 50 && ends.size() > 8, ends.toString());
    assertTrue(most < MOST_BYTES, "allocated for one file: " + most);
  }

  @Test
  void theSameWithSpark() throws IOException {
    Study study = study();
    Plan planned = Planner.plan(study, library, new Problems());
    Header usual = header(study);
    byte[] good = good(8);
    Map<String, Integer> ends = new TreeMap<>();
    int count = 0;
    try (SparkEngine engine = SparkEngine.start(new Settings("local[2]", 2, folder, false))) {
      long end = System.nanoTime() + SPARK_SECONDS * 1_000_000_000L;
      while (count == 0 || (count < WITH_SPARK && System.nanoTime() < end)) {
        byte[] data = mutated(good, new Random(SEED + FILES + count));
        try {
          note(engine.fold(plan(study, planned, usual, data)).problems(), ends, count);
        } catch (ProblemException e) {
          note(e.problems(), ends, count);
        }
        count++;
      }
    }
    System.out.printf("%d of them with Spark, in the time given: %s%n", count, ends);
  }
}
