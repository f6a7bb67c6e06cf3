package org.caretally.app;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.caretally.codebook.Language;
import org.caretally.problem.Place;
import org.caretally.report.export.PublishedCsv;
import org.caretally.report.html.HtmlWriter;
import org.caretally.report.page.TwoReportsPage;
import org.caretally.report.page.TwoReportsPage.Line;
import org.caretally.report.page.TwoReportsPage.Verdict;
import org.caretally.report.words.Tongue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two finished reports by their published tables. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Compare two reports by their published tables; no answers of people are needed.",
      "What cannot be compared comes first. The surveys are taken for independent."
    },
    footer = {"", "Examples:", "  caretally compare reports/2025 reports/2026"})
final class CompareCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of(
          "measure", "group", "before", "after", "difference", "interval", "p_adjusted", "result");

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "EARLIER", description = "folder of the earlier report")
  private Path earlier;

  @Parameters(index = "1", paramLabel = "LATER", description = "folder of the later report")
  private Path later;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FOLDER",
      description = "where to write (default: beside the later report)")
  private Path out;

  CompareCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Path first = earlier.toAbsolutePath().normalize();
    Path second = later.toAbsolutePath().normalize();
    ReportPair pair = ReportPair.of(first, second);
    List<Line> lines = pair.lines();
    String names = first.getFileName() + " to " + second.getFileName();
    Path folder =
        out == null
            ? second.resolveSibling("compare-" + first.getFileName() + "-" + second.getFileName())
            : out.toAbsolutePath().normalize();
    terminal.result(names + ": approximate, the surveys are taken for independent");
    pair.checks().stream()
        .filter(c -> c.verdict() != Verdict.SAME)
        .forEach(c -> terminal.result(said(c.verdict()) + c.what() + ": " + c.reason()));
    long clear = lines.stream().filter(l -> !l.result().startsWith("no")).count();
    terminal.result(lines.size() + " results compared, " + clear + " clearly higher or lower");
    lines.stream()
        .filter(l -> l.group().equals("everybody") && !l.result().startsWith("no"))
        .forEach(l -> terminal.result("  " + l.measure() + ": " + l.result() + ", " + words(l)));
    write(folder, first, second, pair, lines);
    terminal.result(folder.resolve("compare.html").toString());
    return 0;
  }

  private static String said(Verdict verdict) {
    return verdict == Verdict.DIFFERENT ? "not comparable: " : "not known: ";
  }

  private static String words(Line line) {
    return line.before() + " to " + line.after() + " (" + line.interval() + ")";
  }

  private static void write(
      Path folder, Path first, Path second, ReportPair pair, List<Line> lines) {
    try {
      Path tables = Files.createDirectories(folder.resolve("tables"));
      String page =
          new HtmlWriter()
              .write(
                  TwoReportsPage.page(
                      Tongue.of(Language.EN),
                      first.getFileName().toString(),
                      second.getFileName().toString(),
                      pair.checks(),
                      lines,
                      Version.number()));
      Files.writeString(folder.resolve("compare.html"), page);
      List<List<String>> rows = new ArrayList<>();
      lines.forEach(
          l ->
              rows.add(
                  List.of(
                      l.measure(),
                      l.group(),
                      l.before(),
                      l.after(),
                      l.difference(),
                      l.interval(),
                      l.adjusted(),
                      l.result())));
      try (Writer file =
          Files.newBufferedWriter(tables.resolve("compare.csv"), StandardCharsets.UTF_8)) {
        PublishedCsv.write(file, COLUMNS, rows);
      }
    } catch (IOException e) {
      throw RunFolder.notWritable(Place.in(folder.toString()));
    }
  }
}
