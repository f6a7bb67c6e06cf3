package org.caretally.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.caretally.report.chart.Standalone;
import org.caretally.report.page.FigureItem;
import org.caretally.report.page.Page;
import org.caretally.report.page.PageItem;
import org.caretally.report.page.Section;

/** Writes every figure of a page as a picture of its own. */
final class ChartFiles {
  private static final String FOLDER = "charts/";

  private ChartFiles() {}

  /** Writes the files and returns their places, that of the folder first; empty without figures. */
  static List<String> write(Page page, Path folder) throws IOException {
    List<String> files = new ArrayList<>();
    for (Section section : page.sections()) {
      for (PageItem item : section.items()) {
        if (item instanceof FigureItem figure) {
          if (files.isEmpty()) {
            Files.createDirectories(folder.resolve(FOLDER));
            files.add(FOLDER);
          }
          files.add(write(figure, folder));
        }
      }
    }
    return files;
  }

  private static String write(FigureItem figure, Path folder) throws IOException {
    String number = String.format(Locale.ROOT, "%02d", figure.number());
    String path = FOLDER + number + "-" + figure.drawing().id() + ".svg";
    String svg = Standalone.of(figure.drawing(), figure.source()).markup();
    Files.write(folder.resolve(path), svg.getBytes(StandardCharsets.UTF_8));
    return path;
  }
}
