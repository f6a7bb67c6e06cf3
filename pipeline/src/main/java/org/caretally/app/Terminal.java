package org.caretally.app;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * The only place that prints. Results go to standard output; progress and problems go to standard
 * error, so that a script can use the result.
 */
final class Terminal {
  private final PrintWriter out;
  private final PrintWriter err;
  private final Clock clock;
  private final Instant start;
  private boolean progress = true;
  private boolean faults;

  Terminal(PrintWriter out, PrintWriter err, Clock clock) {
    this.out = out;
    this.err = err;
    this.clock = clock;
    start = clock.instant();
  }

  static Terminal ofProcess() {
    return new Terminal(
        new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true),
        new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true),
        Clock.systemUTC());
  }

  PrintWriter out() {
    return out;
  }

  PrintWriter err() {
    return err;
  }

  Clock clock() {
    return clock;
  }

  void talk(boolean showProgress, boolean showFaults) {
    progress = showProgress;
    faults = showFaults;
  }

  /** Returns whether to show where a fault of the program arose. */
  boolean faults() {
    return faults;
  }

  /** Prints a line of progress with the time since the start. */
  void progress(String text) {
    if (progress) {
      double seconds = elapsed().toMillis() / 1000.0;
      err.printf(Locale.ROOT, "%6.1f s  %s%n", seconds, text);
      err.flush();
    }
  }

  Duration elapsed() {
    return Duration.between(start, clock.instant());
  }

  /** Prints a line of result. */
  void result(String text) {
    out.println(text);
    out.flush();
  }

  /** Prints a line about a problem. */
  void problem(String text) {
    err.println(text);
    err.flush();
  }
}
