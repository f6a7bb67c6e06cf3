package org.caretally.attack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.caretally.codebook.Language;
import org.caretally.disclosure.Gate;
import org.caretally.disclosure.Profile;
import org.caretally.disclosure.Release;
import org.caretally.disclosure.Released;
import org.caretally.disclosure.TableKind;
import org.caretally.disclosure.Tally;
import org.caretally.report.ReportWriter;
import org.caretally.report.page.ReportInput;
import org.caretally.report.words.Tongue;

/** Takes a release through the gate and the report's writer, and reads what lies in the folder. */
final class PublishedFiles {
  private PublishedFiles() {}

  static void write(Release release, Profile profile, Path folder) throws IOException {
    Gate gate = new Gate(profile);
    Released released = gate.release(release);
    ReportWriter.write(
        new ReportInput(
            info(profile, released.audit()),
            released.estimates(),
            released.bands(),
            released.correlations(),
            new ReportInput.Models(
                gate.table(TableKind.MODELS, List.of()),
                gate.table(TableKind.MODEL_CHECKS, List.of()),
                gate.table(TableKind.CURVES, List.of())),
            gate.counts(new Tally("flow", List.of("step", "label", "kind", "rows"), List.of())),
            gate.counts(
                new Tally(
                    "scales",
                    List.of("measure", "label", "complete", "prorated", "unscorable", "blank"),
                    List.of())),
            gate.counts(new Tally("coverage", COVERAGE, List.of())),
            gate.counts(new Tally("instruments", List.of("instrument"), List.of())),
            gate.counts(
                new Tally(
                    "quality",
                    List.of("check", "label", "rule", "found", "count", "done"),
                    List.of())),
            new ReportInput.Items(
                released.ends(), gate.distributions("items", List.of()), released.safety()),
            new ReportInput.Statistics(
                gate.comparisons(TableKind.DIFFERENCES, List.of(), released.estimates()),
                gate.table(TableKind.GROUP_TESTS, List.of()),
                gate.table(TableKind.SPREAD, List.of()),
                gate.table(TableKind.RELIABILITY, List.of()),
                gate.table(TableKind.DESCRIPTIVES, List.of()),
                gate.table(TableKind.IMPUTATION, List.of())),
            ReportInput.Years.NONE,
            new ReportInput.Background(
                gate.histograms(List.of(), released),
                gate.counts(new Tally("scoring", List.of("scale"), List.of())),
                Map.of(),
                List.of(),
                List.of())),
        folder);
  }

  private static final List<String> COVERAGE =
      List.of(
          "construct", "label", "kind", "measured_by", "measure", "n", "topic", "bands", "source");

  private static ReportInput.Info info(Profile profile, String audit) {
    return new ReportInput.Info(
        Tongue.of(Language.EN),
        "Made-up survey",
        "Nobody",
        "",
        "",
        "",
        OptionalLong.empty(),
        List.of("2026"),
        profile.name(),
        profile.k(),
        "",
        "Wilson",
        List.of("Help"),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(audit),
        "0",
        "0");
  }

  static List<CSVRecord> table(Path folder, String name) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    Path file = folder.resolve("tables").resolve(name + ".csv");
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
      return List.copyOf(parser.getRecords());
    }
  }

  /** Returns the content of every file, by name. */
  static TreeMap<String, String> bytes(Path folder) throws IOException {
    TreeMap<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.put(
            folder.relativize(file).toString(),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return all;
  }
}
