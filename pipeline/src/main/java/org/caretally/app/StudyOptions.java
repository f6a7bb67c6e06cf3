package org.caretally.app;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options that {@code run} and {@code check} share. */
final class StudyOptions {
  @Parameters(paramLabel = "STUDY", description = "study file, or a folder with a study.yml")
  private Path study;

  @Option(
      names = "--master",
      defaultValue = "local[*]",
      description = "Spark master (default: ${DEFAULT-VALUE}); 'submit' takes that of spark-submit")
  private String master;

  @Option(
      names = "--parts",
      defaultValue = "0",
      description = "pieces a file is read in; changes no number (default: one for each core)")
  private int parts;

  @Option(names = "--quiet", description = "no progress, only results and problems")
  private boolean quiet;

  @Option(names = "--debug", description = "show where a fault of the program arose")
  private boolean debug;

  Path study() {
    return study;
  }

  String master() {
    return master.equals("submit") ? "" : master;
  }

  int parts() {
    return parts > 0 ? parts : Runtime.getRuntime().availableProcessors();
  }

  /** Tells the terminal how talkative to be. */
  void apply(Terminal terminal) {
    terminal.talk(!quiet, debug);
  }
}
