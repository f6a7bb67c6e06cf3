package org.caretally.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.report.chart.Fonts;
import org.caretally.report.export.TableFiles;
import org.caretally.report.html.HtmlWriter;
import org.caretally.report.page.Composer;
import org.caretally.report.page.Page;
import org.caretally.report.page.ReportInput;
import org.caretally.report.page.ReportInput.Info;
import org.caretally.report.table.Clean;

/** Writes a report: one HTML page, and the tables and charts in it as files. */
public final class ReportWriter {
  private ReportWriter() {}

  /**
   * Writes {@code report.html} and what stands beside it: {@code tables/*.csv}, the same tables as
   * {@code results.json}, {@code datapackage.json} and {@code charts/*.svg}. The same input gives
   * the same bytes, on every machine and under every locale.
   *
   * @param input words and protected tables
   * @param extras what the report is given besides
   * @param folder an existing folder; files of these names in it are replaced
   * @return the files, relative to the folder, the page first
   * @throws IOException if a file cannot be written
   * @throws IllegalArgumentException if a table lacks a column the report needs
   */
  public static List<String> write(ReportInput input, Extras extras, Path folder)
      throws IOException {
    Fonts.start();
    Page page = Composer.page(clean(input));
    List<String> files = new ArrayList<>(List.of("report.html"));
    files.addAll(TableFiles.write(input.info(), extras.licence(), tables(input), folder));
    files.addAll(ChartFiles.write(page, folder));
    files.addAll(extras.further());
    String html = new HtmlWriter().write(page.offering(files));
    Files.write(folder.resolve("report.html"), html.getBytes(StandardCharsets.UTF_8));
    return List.copyOf(files);
  }

  /** Writes a report with nothing besides. */
  public static void write(ReportInput input, Path folder) throws IOException {
    write(input, Extras.NONE, folder);
  }

  private static List<ProtectedTable> tables(ReportInput input) {
    return List.of(
        input.estimates(),
        input.bands(),
        input.correlations(),
        input.models().lines(),
        input.models().checks(),
        input.models().curves(),
        input.flow(),
        input.scales(),
        input.coverage(),
        input.instruments(),
        input.quality(),
        input.items().ends(),
        input.items().answers(),
        input.items().safety(),
        input.statistics().differences(),
        input.statistics().tests(),
        input.statistics().spread(),
        input.statistics().reliability(),
        input.statistics().descriptives(),
        input.statistics().imputation(),
        input.years().changes(),
        input.years().comparability(),
        input.years().comparators(),
        input.years().response(),
        input.background().distributions(),
        input.background().scoring());
  }

  private static ReportInput clean(ReportInput input) {
    return new ReportInput(
        clean(input.info()),
        Clean.table(input.estimates()),
        Clean.table(input.bands()),
        Clean.table(input.correlations()),
        new ReportInput.Models(
            Clean.table(input.models().lines()),
            Clean.table(input.models().checks()),
            Clean.table(input.models().curves())),
        Clean.table(input.flow()),
        Clean.table(input.scales()),
        Clean.table(input.coverage()),
        Clean.table(input.instruments()),
        Clean.table(input.quality()),
        new ReportInput.Items(
            Clean.table(input.items().ends()),
            Clean.table(input.items().answers()),
            Clean.table(input.items().safety())),
        new ReportInput.Statistics(
            Clean.table(input.statistics().differences()),
            Clean.table(input.statistics().tests()),
            Clean.table(input.statistics().spread()),
            Clean.table(input.statistics().reliability()),
            Clean.table(input.statistics().descriptives()),
            Clean.table(input.statistics().imputation())),
        new ReportInput.Years(
            Clean.table(input.years().changes()),
            Clean.table(input.years().comparability()),
            Clean.table(input.years().comparators()),
            Clean.table(input.years().response())),
        clean(input.background()));
  }

  private static ReportInput.Background clean(ReportInput.Background background) {
    Map<String, String> reporting = new HashMap<>();
    background.reporting().forEach((key, text) -> reporting.put(key, Clean.text(text)));
    return new ReportInput.Background(
        Clean.table(background.distributions()),
        Clean.table(background.scoring()),
        reporting,
        cleanLines(background.weighting()),
        cleanLines(background.made()));
  }

  private static List<ReportInput.Line> cleanLines(List<ReportInput.Line> lines) {
    return lines.stream()
        .map(l -> new ReportInput.Line(Clean.text(l.name()), Clean.text(l.words())))
        .toList();
  }

  private static Info clean(Info info) {
    return new Info(
        Clean.text(info.title()),
        Clean.text(info.population()),
        Clean.text(info.organisation()),
        Clean.text(info.fieldwork()),
        Clean.text(info.analysis()),
        info.invited(),
        clean(info.waves()),
        info.profile(),
        info.k(),
        Clean.text(info.design()),
        Clean.text(info.intervalMethod()),
        clean(info.support()),
        clean(info.notes()),
        clean(info.quality()),
        clean(info.overrides()),
        clean(info.columns()),
        clean(info.protection()),
        info.version(),
        info.configHash());
  }

  private static List<String> clean(List<String> lines) {
    return lines.stream().map(Clean::text).toList();
  }
}
