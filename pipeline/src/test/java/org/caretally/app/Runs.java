package org.caretally.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Runs the command line inside the test, as a user would from the shell. */
final class Runs {
  static final Path ROOT = Path.of(System.getProperty("caretally.root")).normalize();

  /**
   * What a command did.
   *
   * @param exit exit code
   * @param out standard output
   * @param err standard error
   */
  record Result(int exit, String out, String err) {}

  private Runs() {}

  static Result command(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), Clock.systemUTC());
    int exit = Main.execute(terminal, arguments);
    return new Result(exit, out.toString(), err.toString());
  }

  /** Returns a folder of real data beside the project; the test must look whether it is there. */
  static Path shared(String name) {
    return ROOT.resolve("../shared/data").resolve(name).normalize();
  }

  /** Copies all files of a folder. */
  static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName().toString()));
      }
    }
  }

  static List<CSVRecord> table(Path file) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
      return new ArrayList<>(parser.getRecords());
    }
  }
}
