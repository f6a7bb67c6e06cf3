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
import org.caretally.report.table.Ready;

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
    Page page = Composer.page(ready(input));
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
        input.years().asked(),
        input.background().distributions(),
        input.background().scoring());
  }

  private static ReportInput ready(ReportInput input) {
    Ready ready = new Ready(input.tongue());
    return new ReportInput(
        ready(input.info(), ready),
        ready.table(input.estimates()),
        ready.table(input.bands()),
        ready.table(input.correlations()),
        new ReportInput.Models(
            ready.table(input.models().lines()),
            ready.table(input.models().checks()),
            ready.table(input.models().curves())),
        ready.table(input.flow()),
        ready.table(input.scales()),
        ready.table(input.coverage()),
        ready.table(input.instruments()),
        ready.table(input.quality()),
        new ReportInput.Items(
            ready.table(input.items().ends()),
            ready.table(input.items().answers()),
            ready.table(input.items().safety())),
        new ReportInput.Statistics(
            ready.table(input.statistics().differences()),
            ready.table(input.statistics().tests()),
            ready.table(input.statistics().spread()),
            ready.table(input.statistics().reliability()),
            ready.table(input.statistics().descriptives()),
            ready.table(input.statistics().imputation())),
        new ReportInput.Years(
            ready.table(input.years().changes()),
            ready.table(input.years().comparability()),
            ready.table(input.years().comparators()),
            ready.table(input.years().response()),
            ready.table(input.years().asked())),
        ready(input.background(), ready));
  }

  private static ReportInput.Background ready(ReportInput.Background background, Ready ready) {
    Map<String, String> reporting = new HashMap<>();
    background.reporting().forEach((key, text) -> reporting.put(key, ready.text(text)));
    return new ReportInput.Background(
        ready.table(background.distributions()),
        ready.table(background.scoring()),
        reporting,
        lines(background.weighting(), ready),
        lines(background.made(), ready));
  }

  private static List<ReportInput.Line> lines(List<ReportInput.Line> lines, Ready ready) {
    return lines.stream()
        .map(l -> new ReportInput.Line(ready.phrase(l.name()), ready.phrase(l.words())))
        .toList();
  }

  private static Info ready(Info info, Ready ready) {
    return new Info(
        info.tongue(),
        ready.text(info.title()),
        ready.text(info.population()),
        ready.text(info.organisation()),
        ready.text(info.fieldwork()),
        ready.text(info.analysis()),
        info.invited(),
        texts(info.waves(), ready),
        info.profile(),
        info.k(),
        ready.phrase(info.design()),
        ready.phrase(info.intervalMethod()),
        texts(info.support(), ready),
        texts(info.notes(), ready),
        phrases(info.quality(), ready),
        phrases(info.overrides(), ready),
        phrases(info.columns(), ready),
        phrases(info.protection(), ready),
        info.version(),
        info.configHash());
  }

  private static List<String> texts(List<String> lines, Ready ready) {
    return lines.stream().map(ready::text).toList();
  }

  private static List<String> phrases(List<String> lines, Ready ready) {
    return lines.stream().map(ready::phrase).toList();
  }
}
