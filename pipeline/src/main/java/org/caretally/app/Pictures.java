package org.caretally.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.caretally.report.ReportWriter;

/**
 * Makes PNG files of charts. Several charts stand below each other on a page of which one picture
 * is taken and cut, because starting a browser takes longer than drawing.
 */
final class Pictures {
  private static final int SCALE = 2;
  private static final int TALLEST = 4000;
  // A browser may give the page less height than it was asked for.
  private static final int SPARE = 200;
  private static final Pattern SIZE = Pattern.compile("width=\"(\\d+)\" height=\"(\\d+)\"");
  private static final String FONT = "chart/LiberationSans-Regular.ttf";

  private final Chromium browser;

  Pictures(Chromium browser) {
    this.browser = browser;
  }

  private record Chart(Path file, String svg, int width, int height) {
    static Chart read(Path file) throws IOException {
      String svg = Files.readString(file);
      Matcher size = SIZE.matcher(svg);
      if (!size.find()) {
        throw new IllegalStateException(file.getFileName() + " has no size");
      }
      return new Chart(file, svg, Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)));
    }

    Path png() {
      String name = file.getFileName().toString();
      return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".png");
    }
  }

  /** Makes a PNG file beside every SVG file of a folder and returns the files. */
  List<Path> of(Path folder) throws IOException {
    List<Path> made = new ArrayList<>();
    List<Chart> batch = new ArrayList<>();
    int height = 0;
    for (Path file : charts(folder)) {
      Chart chart = Chart.read(file);
      if (!batch.isEmpty() && height + chart.height() > TALLEST) {
        made.addAll(draw(batch));
        batch.clear();
        height = 0;
      }
      batch.add(chart);
      height += chart.height();
    }
    if (!batch.isEmpty()) {
      made.addAll(draw(batch));
    }
    return made;
  }

  private static List<Path> charts(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".svg")).sorted().toList();
    }
  }

  private List<Path> draw(List<Chart> charts) throws IOException {
    int width = charts.stream().mapToInt(Chart::width).max().orElseThrow();
    int height = charts.stream().mapToInt(Chart::height).sum();
    StringBuilder page = new StringBuilder("<!DOCTYPE html><meta charset=\"utf-8\"><style>");
    page.append(font()).append("body{margin:0;background:#fff}svg{display:block}</style>");
    charts.forEach(c -> page.append(c.svg()));
    Path html = browser.scratch().resolve("charts.html");
    Path png = browser.scratch().resolve("charts.png");
    List<Path> made = new ArrayList<>();
    try {
      Files.writeString(html, page);
      browser.picture(html, width, height + SPARE, SCALE, png);
      BufferedImage all = ImageIO.read(png.toFile());
      int top = 0;
      for (Chart chart : charts) {
        cut(all, top, chart);
        made.add(chart.png());
        top += chart.height();
      }
    } finally {
      Files.deleteIfExists(html);
      Files.deleteIfExists(png);
    }
    return made;
  }

  private static void cut(BufferedImage all, int top, Chart chart) throws IOException {
    int width = chart.width() * SCALE;
    int height = chart.height() * SCALE;
    BufferedImage one = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    one.createGraphics().drawImage(all.getSubimage(0, top * SCALE, width, height), 0, 0, null);
    ImageIO.write(one, "png", chart.png().toFile());
  }

  /** The letters that charts were laid out with; the browser makes bold ones from them. */
  private static String font() throws IOException {
    try (InputStream in = ReportWriter.class.getResourceAsStream(FONT)) {
      if (in == null) {
        throw new IllegalStateException("the font is missing from the jar");
      }
      String data =
          new String(Base64.getEncoder().encode(in.readAllBytes()), StandardCharsets.US_ASCII);
      return "@font-face{font-family:\"Liberation Sans\";font-display:block;src:url(data:font/ttf;base64,"
          + data
          + ")}";
    }
  }
}
