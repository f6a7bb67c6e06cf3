package org.caretally.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.caretally.instrument.Library;
import org.caretally.problem.Place;
import org.caretally.problem.Problems;
import org.caretally.study.CleanUse;
import org.caretally.study.ImputationUse;
import org.caretally.study.Plan;
import org.caretally.study.Planner;
import org.caretally.study.Study;
import org.caretally.study.StudyReader;
import org.caretally.study.WeightingUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often the data are passed over is a matter of counting jobs, not of time. */
class JobsTest {
  private static final Path EXAMPLE =
      Path.of(System.getProperty("caretally.root"), "data/example/study.yml");

  @TempDir Path folder;

  private static Study without(Study s, boolean key, boolean domains) {
    return new Study(
        s.file(),
        s.id(),
        s.about(),
        s.wave(),
        s.files(),
        key ? s.key() : Optional.empty(),
        s.missing(),
        s.columns(),
        s.sex(),
        s.instruments(),
        domains ? s.domains() : List.of(),
        s.clean(),
        s.design(),
        s.analysis(),
        s.correlations(),
        s.models(),
        s.comparisons(),
        s.descriptives(),
        s.imputation(),
        s.interval(),
        s.disclosure(),
        s.privacy(),
        s.years());
  }

  private static Study cleaned(Study s, CleanUse clean) {
    return new Study(
        s.file(),
        s.id(),
        s.about(),
        s.wave(),
        s.files(),
        Optional.empty(),
        s.missing(),
        s.columns(),
        s.sex(),
        s.instruments(),
        s.domains(),
        clean,
        s.design(),
        s.analysis(),
        s.correlations(),
        s.models(),
        s.comparisons(),
        s.descriptives(),
        s.imputation(),
        s.interval(),
        s.disclosure(),
        s.privacy(),
        s.years());
  }

  private static Study designed(Study s, Study.DesignUse design) {
    return new Study(
        s.file(),
        s.id(),
        s.about(),
        s.wave(),
        s.files(),
        Optional.empty(),
        s.missing(),
        s.columns(),
        s.sex(),
        s.instruments(),
        s.domains(),
        s.clean(),
        design,
        s.analysis(),
        s.correlations(),
        s.models(),
        s.comparisons(),
        s.descriptives(),
        s.imputation(),
        s.interval(),
        s.disclosure(),
        s.privacy(),
        s.years());
  }

  private static Study imputed(Study s) {
    ImputationUse use = new ImputationUse(2, 1, List.of("profession", "age"), Place.in(""));
    return new Study(
        s.file(),
        s.id(),
        s.about(),
        s.wave(),
        s.files(),
        s.key(),
        s.missing(),
        s.columns(),
        s.sex(),
        s.instruments(),
        s.domains(),
        s.clean(),
        s.design(),
        s.analysis(),
        s.correlations(),
        s.models(),
        s.comparisons(),
        s.descriptives(),
        Optional.of(use),
        s.interval(),
        s.disclosure(),
        s.privacy(),
        s.years());
  }

  private int jobs(SparkEngine engine, Study study) throws IOException, TimeoutException {
    Plan plan = Planner.plan(study, Library.builtIn(), new Problems());
    AtomicInteger jobs = new AtomicInteger();
    SparkListener listener =
        new SparkListener() {
          @Override
          public void onJobStart(SparkListenerJobStart start) {
            jobs.incrementAndGet();
          }
        };
    engine.session().sparkContext().addSparkListener(listener);
    Outcome outcome = engine.fold(plan.coding());
    engine.session().sparkContext().listenerBus().waitUntilEmpty();
    engine.session().sparkContext().removeSparkListener(listener);
    assertTrue(outcome.problems().isEmpty(), outcome.problems().toString());
    return jobs.get();
  }

  @Test
  void oneJobFromRowsToLedgerWhateverIsAsked() throws IOException, TimeoutException {
    Study study = StudyReader.read(EXAMPLE);
    try (SparkEngine engine = SparkEngine.start(new Settings("local[2]", 2, folder, false))) {
      int few = jobs(engine, without(study, false, false));
      int many = jobs(engine, without(study, false, true));
      assertEquals(1, few);
      assertEquals(1, many);
      int withKey = jobs(engine, without(study, true, true));
      assertEquals(jobs(engine, without(study, true, false)), withKey);
      assertTrue(withKey <= 3, "finding repeated identifiers took " + withKey + " jobs");
    }
  }

  /** What imputation needs of people comes with the one job. */
  @Test
  void imputationCostsNoJob() throws IOException, TimeoutException {
    Study study = imputed(without(StudyReader.read(EXAMPLE), false, true));
    try (SparkEngine engine = SparkEngine.start(new Settings("local[2]", 2, folder, false))) {
      assertEquals(1, jobs(engine, study));
    }
  }

  /** Headcounts cost one pass, which counts the sample, and only when asked for. */
  @Test
  void headcountsCostOneJob() throws IOException, TimeoutException {
    Study study = without(StudyReader.read(EXAMPLE), false, true);
    Study.DesignUse d = study.design();
    Map<List<String>, Long> counts = new LinkedHashMap<>();
    List.of("North", "East", "South", "West").forEach(r -> counts.put(List.of(r), 1000L));
    Place place = Place.in("");
    WeightingUse.Table table =
        new WeightingUse.Table(List.of("region"), counts, Optional.empty(), place);
    WeightingUse use = new WeightingUse(List.of(table), false, true, 0, 1e9, Map.of(), place);
    Study.DesignUse weighted =
        new Study.DesignUse(
            d.weight(),
            d.zeroWeights(),
            d.strata(),
            d.psu(),
            d.fpc(),
            d.lonely(),
            d.errors(),
            d.replicates(),
            d.wavesShare(),
            d.alone(),
            Optional.of(use));
    try (SparkEngine engine = SparkEngine.start(new Settings("local[2]", 2, folder, false))) {
      assertEquals(2, jobs(engine, designed(study, weighted)));
    }
  }

  /** Only rules that need all rows pass over the data once more, and only when asked for. */
  @Test
  void rulesAboutSingleRowsCostNoJob() throws IOException, TimeoutException {
    Study study = StudyReader.read(EXAMPLE);
    Place place = Place.in("");
    Study.Named column = new Study.Named("age", place);
    List<CleanUse.TextRule> texts =
        List.of(
            new CleanUse.TextRule(
                CleanUse.Purpose.CONSENT, "region", true, List.of("North", "East"), place));
    List<Study.Condition> eligible =
        List.of(new Study.Condition("age", "20", "", List.of(), false, place));
    CleanUse single =
        new CleanUse(
            texts,
            List.of(),
            Optional.of(speeders(OptionalLong.of(20), Optional.empty())),
            eligible,
            Optional.of(new BigDecimal("0.5")),
            List.of(new Study.Named("pss10", place)));
    CleanUse copies =
        new CleanUse(
            texts, List.of(column), Optional.empty(), eligible, Optional.empty(), List.of());
    CleanUse median =
        new CleanUse(
            texts,
            List.of(),
            Optional.of(speeders(OptionalLong.empty(), Optional.of(new BigDecimal("0.3")))),
            eligible,
            Optional.empty(),
            List.of());
    try (SparkEngine engine = SparkEngine.start(new Settings("local[2]", 2, folder, false))) {
      assertEquals(1, jobs(engine, cleaned(study, single)));
      int withCopies = jobs(engine, cleaned(study, copies));
      assertTrue(withCopies > 1 && withCopies <= 3, "copies took " + withCopies + " jobs");
      int withMedian = jobs(engine, cleaned(study, median));
      assertTrue(withMedian > 1 && withMedian <= 3, "the median took " + withMedian + " jobs");
    }
  }

  private static CleanUse.Speeders speeders(OptionalLong below, Optional<BigDecimal> share) {
    return new CleanUse.Speeders(List.of("age"), "", below, share, Place.in(""));
  }
}
