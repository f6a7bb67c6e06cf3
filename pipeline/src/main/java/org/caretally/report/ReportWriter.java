package org.caretally.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.report.chart.Fonts;
import org.caretally.report.export.Contract;
import org.caretally.report.export.Export;
import org.caretally.report.export.Exports;
import org.caretally.report.html.HtmlWriter;
import org.caretally.report.page.Composer;
import org.caretally.report.page.ReportInput;
import org.caretally.report.page.ReportInput.Info;
import org.caretally.report.table.Clean;

/** Writes a report: one HTML page, and the tables behind it as files. */
public final class ReportWriter {
  private ReportWriter() {}

  /**
   * Writes {@code report.html} and {@code tables/*.csv}. The same input gives the same bytes, on
   * every machine and under every locale.
   *
   * @param input words and protected tables
   * @param folder an existing folder; files of these names in it are replaced
   * @throws IOException if a file cannot be written
   * @throws IllegalArgumentException if a table lacks a column the report needs
   */
  public static void write(ReportInput input, Path folder) throws IOException {
    Fonts.start();
    Path tables = Files.createDirectories(folder.resolve("tables"));
    for (ProtectedTable table : tables(input)) {
      for (Export export : Exports.ALL) {
        Path file = tables.resolve(table.id() + "." + export.extension());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
          export.write(Contract.ordered(table), out);
        }
      }
    }
    String html = new HtmlWriter().write(Composer.page(clean(input)));
    Files.write(folder.resolve("report.html"), html.getBytes(StandardCharsets.UTF_8));
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
        input.statistics().imputation());
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
            Clean.table(input.statistics().imputation())));
  }

  private static Info clean(Info info) {
    return new Info(
        info.tongue(),
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
