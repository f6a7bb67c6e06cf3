package org.caretally.study;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.caretally.intake.NamedTable;
import org.caretally.intake.NamedTable.Line;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;

/**
 * Reads what others published: CSV files with the columns below, or a table of estimates of an
 * earlier report of our own, of which the results for everybody are taken.
 */
final class ComparatorsReader {
  private static final List<String> NEEDED =
      List.of("instrument", "scale", "cutoff", "value", "source", "year");

  private final Remarks remarks;
  private final Path folder;

  ComparatorsReader(Remarks remarks, Path folder) {
    this.remarks = remarks;
    this.folder = folder;
  }

  List<Comparator> read(Fields study) {
    List<Comparator> all = new ArrayList<>();
    for (Study.Named file : study.allNamed("comparators")) {
      try {
        Path path = folder.resolve(file.name()).normalize();
        List<Line> lines = NamedTable.read(path, file.name(), file.place(), remarks.problems());
        all.addAll(lines(file, path, lines));
      } catch (InvalidPathException e) {
        study.notAllowed("comparators", file.name(), "a file beside the study file");
      }
    }
    return all;
  }

  private List<Comparator> lines(Study.Named file, Path path, List<Line> lines) {
    List<Comparator> all = new ArrayList<>();
    if (lines.isEmpty()) {
      return all;
    }
    if (lines.get(0).cells().keySet().containsAll(List.of("measure", "statistic", "ci_method"))) {
      Beside beside = new Beside(beside(path, "instruments"), beside(path, "asked"));
      lines.stream().filter(ComparatorsReader::ours).forEach(l -> all.add(own(file, l, beside)));
      return all;
    }
    List<String> missing =
        NEEDED.stream().filter(c -> !lines.get(0).cells().containsKey(c)).toList();
    if (!missing.isEmpty()) {
      wrong(file, 1, "the first line lacks " + Paste.names(missing), String.join(",", NEEDED));
      return all;
    }
    lines.forEach(l -> published(file, l, all));
    return all;
  }

  private void published(Study.Named file, Line line, List<Comparator> all) {
    boolean percent = line.text("value").endsWith("%");
    boolean share = !line.text("cutoff").isEmpty();
    double value = number(line.text("value"));
    double low = number(line.text("ci_low"));
    double high = number(line.text("ci_high"));
    boolean outside = share && !(value >= 0 && value <= 1);
    if (Double.isNaN(value) || outside || (!share && percent)) {
      wrong(
          file,
          line.line(),
          "\"value\" is no " + (share ? "share" : "mean"),
          share ? "from 0 to 1, or with a percent sign" : "a number");
      return;
    }
    if (low > value || high < value || line.text("source").isEmpty()) {
      wrong(
          file,
          line.line(),
          line.text("source").isEmpty()
              ? "\"source\" is empty"
              : "the interval does not hold the value",
          "who published it, and an interval around the value");
      return;
    }
    all.add(comparator(file, line, value, low, high));
  }

  private static Comparator comparator(
      Study.Named file, Line line, double value, double low, double high) {
    return new Comparator(
        line.text("instrument"),
        line.text("scale"),
        line.text("cutoff"),
        value,
        low,
        high,
        new Comparator.Told(
            line.text("source"),
            line.text("year"),
            line.text("population"),
            line.text("version"),
            ""),
        new Place(file.name(), line.line()));
  }

  /** A result of everybody that an earlier report shows. */
  private static boolean ours(Line line) {
    String statistic = line.text("statistic");
    return line.text("domain").isEmpty()
        && line.text("status").equals("shown")
        && !line.text("estimate").isEmpty()
        && (statistic.equals("mean") || statistic.equals("prevalence"));
  }

  /** Tables that stand beside the estimates of a report; nothing when only these were copied. */
  private record Beside(List<Line> instruments, List<Line> asked) {

    String version(String instrument) {
      return instruments.stream()
          .filter(l -> l.text("id").equals(instrument) && !instrument.isEmpty())
          .map(l -> l.text("version"))
          .findFirst()
          .orElse("");
    }

    String population(String wave) {
      return asked.stream()
          .filter(l -> l.text("kind").equals("survey") && l.text("wave").equals(wave))
          .map(l -> l.text("population"))
          .findFirst()
          .orElse("");
    }
  }

  private List<Line> beside(Path estimates, String table) {
    Path file = estimates.resolveSibling(table + ".csv");
    return Files.isRegularFile(file)
        ? NamedTable.read(file, file.getFileName().toString(), Place.in(""), remarks.problems())
        : List.of();
  }

  private static Comparator own(Study.Named file, Line line, Beside beside) {
    String[] parts = line.text("measure").split(":", 2);
    int dot = parts[0].indexOf('.');
    String instrument = dot < 0 ? "" : parts[0].substring(0, dot);
    String wave = line.text("wave");
    return new Comparator(
        instrument,
        parts[0].substring(dot + 1),
        parts.length > 1 ? parts[1] : "",
        number(line.text("estimate")),
        number(line.text("ci_low")),
        number(line.text("ci_high")),
        new Comparator.Told(
            "Our own report",
            wave,
            beside.population(wave),
            beside.version(instrument),
            line.text("cutoff_label")),
        new Place(file.name(), line.line()));
  }

  private static double number(String text) {
    boolean percent = text.endsWith("%");
    try {
      double number =
          Double.parseDouble(percent ? text.substring(0, text.length() - 1).strip() : text);
      return percent ? number / 100 : number;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private void wrong(Study.Named file, int line, String what, String expected) {
    remarks
        .problems()
        .add(
            new Problem(
                Code.VALUE_NOT_ALLOWED,
                new Place(file.name(), line),
                what,
                expected,
                "",
                "correct the line; see docs/study-file.md"));
  }
}
