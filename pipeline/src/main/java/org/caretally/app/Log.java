package org.caretally.app;

import java.nio.file.Path;

/** Where libraries log: a private file of the run. Must be told before Spark is touched. */
final class Log {
  private Log() {}

  static void into(Path folder) {
    System.setProperty("caretally.log", folder.resolve("run.log").toString());
  }
}
