package org.caretally.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.ReduceFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.caretally.problem.Problem;
import org.caretally.problem.ProblemException;
import org.caretally.study.Coding;
import org.caretally.study.ExportColumn;
import org.caretally.study.Risk;
import org.caretally.study.Roles;
import org.caretally.study.Weighting;

/**
 * Runs a coding over its files with Spark. One file is folded from its bytes; several are joined by
 * their key first. From scored rows to the ledger there is one job, whatever the number of
 * estimates.
 */
public final class SparkEngine implements AutoCloseable {
  private final SparkSession session;
  private final Settings settings;

  private SparkEngine(SparkSession session, Settings settings) {
    this.session = session;
    this.settings = settings;
  }

  /**
   * Starts Spark, quietly: no web page, no history, nothing written outside the scratch folder,
   * loopback only.
   */
  public static SparkEngine start(Settings settings) {
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName("Caretally")
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.eventLog.enabled", "false")
            .config("spark.sql.catalogImplementation", "in-memory")
            .config("spark.sql.shuffle.partitions", settings.parts())
            .config("spark.sql.adaptive.enabled", "false")
            .config("spark.sql.codegen.wholeStage", Boolean.toString(settings.compiled()))
            .config("spark.driver.maxResultSize", "0")
            // Spark would end the process without a word when memory runs out in a task.
            .config("spark.executor.killOnFatalError.depth", "0")
            .config("spark.sql.warehouse.dir", settings.scratch().resolve("warehouse").toString());
    if (!settings.master().isEmpty()) {
      builder
          .master(settings.master())
          .config("spark.local.dir", settings.scratch().toString())
          .config("spark.driver.host", "localhost")
          .config("spark.driver.bindAddress", "127.0.0.1");
    }
    return new SparkEngine(builder.getOrCreate(), settings);
  }

  /** Returns the session, so that tests can listen to its jobs. */
  SparkSession session() {
    return session;
  }

  /** Returns Spark's version. */
  public String version() {
    return session.version();
  }

  /**
   * Reads all files of a study into ledgers.
   *
   * @throws org.caretally.problem.ProblemException if a file cannot be cut into records
   */
  public Outcome fold(Coding coding) {
    return fold(coding, Risk.NONE);
  }

  /**
   * Reads all files of a study into ledgers, and looks how well people hide among others.
   *
   * @param risk what is looked at for that
   * @throws org.caretally.problem.ProblemException if a file cannot be cut into records
   */
  public Outcome fold(Coding planned, Risk risk) {
    try {
      Coding read = planned.over(Utf8Copies.of(planned.files(), settings.scratch()));
      Weighted sample = weighted(read);
      if (!sample.problems().isEmpty()) {
        return Outcome.of(read, sample.folded(), sample.folded(), sample.problems());
      }
      Coding coding = sample.coding();
      Folded folded = folded(coding, risk);
      List<Problem> problems = DataProblems.of(coding, folded.findings(), folded.checks());
      return Outcome.of(coding, folded, sample.folded(), problems);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Folded folded(Coding coding, Risk risk) throws IOException {
    Folded found = empty(coding);
    return parts(coding, found, risk, false)
        .reduce((ReduceFunction<Folded>) Folded::merge)
        .merge(found);
  }

  /**
   * A coding whose weights are known.
   *
   * @param coding the coding
   * @param folded what came of counting the sample; nothing without headcounts
   * @param problems what keeps weights from being made
   */
  private record Weighted(Coding coding, Folded folded, List<Problem> problems) {}

  /** Counts the sample for headcounts: a pass of its own, and only when the study has them. */
  private Weighted weighted(Coding coding) throws IOException {
    if (!coding.weighting().counting()) {
      return new Weighted(coding, empty(coding), List.of());
    }
    Folded folded = folded(coding, Risk.NONE);
    List<Problem> problems =
        new ArrayList<>(DataProblems.of(coding, folded.findings(), folded.checks()));
    if (!problems.isEmpty() || folded.samples().isEmpty()) {
      return new Weighted(coding, folded, problems);
    }
    Weighting solved = coding.weighting().solved(folded.samples(), problems);
    return new Weighted(coding.weighted(solved), folded, problems);
  }

  /**
   * Returns the coded people of a study whose data have no problem.
   *
   * @param codings how the rows of each wave are coded; one when the files hold all waves
   * @param columns what is wanted of each
   */
  public People people(List<Coding> codings, List<ExportColumn> columns) {
    Dataset<Folded> all = null;
    for (Coding coding : codings) {
      Dataset<Folded> parts = kept(coding);
      all = all == null ? parts : all.union(parts);
    }
    return new People(all, codings.get(codings.size() - 1), columns, settings.scratch());
  }

  private Dataset<Folded> kept(Coding planned) {
    try {
      Coding read = planned.over(Utf8Copies.of(planned.files(), settings.scratch()));
      Weighted sample = weighted(read);
      if (!sample.problems().isEmpty()) {
        throw new ProblemException(sample.problems());
      }
      return parts(sample.coding(), empty(sample.coding()), Risk.NONE, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns what the rows of each part of the data become.
   *
   * @param found receives what is known of rows that never reach a part
   * @param risk what is looked at to know how well people hide among others
   * @param keep whether to keep the rows of people, too
   */
  private Dataset<Folded> parts(Coding coding, Folded found, Risk risk, boolean keep)
      throws IOException {
    return coding.files().size() == 1
        ? single(coding, risk, keep)
        : joined(coding, found, risk, keep);
  }

  static Folded empty(Coding coding) {
    return new Folded(coding);
  }

  private Dataset<Folded> single(Coding coding, Risk risk, boolean keep) throws IOException {
    Dataset<Split> splits = splits(coding, 0);
    Duplicates duplicates = new Duplicates();
    if (coding.roles().key() >= 0) {
      for (Row row : KeyScan.repeated(splits, coding, 0, coding.roles().key())) {
        Repeats.note(duplicates, row);
      }
    }
    Verdicts verdicts = SurveyScan.verdicts(coding, SurveyScan.of(splits, coding, duplicates));
    return splits.mapPartitions(
        new FoldBytes(coding, duplicates, verdicts, risk, keep),
        Encoders.javaSerialization(Folded.class));
  }

  private Dataset<Folded> joined(Coding coding, Folded found, Risk risk, boolean keep)
      throws IOException {
    List<Dataset<Row>> tables = new ArrayList<>();
    for (int file = 0; file < coding.files().size(); file++) {
      Dataset<Split> splits = splits(coding, file);
      Duplicates duplicates = new Duplicates();
      int key = keySlot(coding, file);
      for (Row row : KeyScan.repeated(splits, coding, file, key)) {
        Repeats.note(duplicates, row);
        Repeats.account(found, file, row);
      }
      tables.add(JoinedFiles.table(splits, coding, file, key, duplicates));
    }
    Dataset<Row> all = JoinedFiles.join(tables);
    Verdicts verdicts = SurveyScan.verdicts(coding, SurveyScan.of(all, coding));
    return all.mapPartitions(
        new FoldRows(coding, verdicts, risk, keep), Encoders.javaSerialization(Folded.class));
  }

  /** The first file's key is a role; each further file has its own slot of the same name. */
  private static int keySlot(Coding coding, int file) {
    Roles roles = coding.roles();
    String name = coding.slots().get(roles.key()).name();
    for (int i = 0; i < coding.slots().size(); i++) {
      if (coding.slots().get(i).file() == file && coding.slots().get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalStateException("no key in file " + file);
  }

  private Dataset<Split> splits(Coding coding, int file) throws IOException {
    List<Split> splits = SplitScanner.scan(coding.files().get(file), file, settings.parts());
    JavaSparkContext context = JavaSparkContext.fromSparkContext(session.sparkContext());
    int parts = Math.max(1, splits.size());
    return session.createDataset(
        context.parallelize(splits, parts).rdd(), Encoders.javaSerialization(Split.class));
  }

  @Override
  public void close() {
    session.stop();
  }
}
