package org.caretally.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.caretally.instrument.Library;
import org.caretally.problem.Problems;
import org.caretally.study.Plan;
import org.caretally.study.Planner;
import org.caretally.study.Study;
import org.caretally.study.StudyReader;
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
        s.design(),
        s.analysis(),
        s.correlations(),
        s.comparisons(),
        s.interval(),
        s.disclosure());
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
}
