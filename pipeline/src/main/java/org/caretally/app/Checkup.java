package org.caretally.app;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.caretally.report.ReportWriter;

/**
 * What {@code doctor} looks at, one line each. Facts come as arguments, so that tests can bend
 * them.
 */
final class Checkup {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final long MEGABYTE = 1L << 20;
  private static final long FEWEST_MEMORY = 400 * MEGABYTE;
  private static final long ENOUGH_MEMORY = 900 * MEGABYTE;
  private static final int OLDEST_JAVA = 17;

  /** Java versions that Spark 4.1 supports. */
  private static final List<Integer> SUPPORTED = List.of(17, 21);

  private static final String FONT = "chart/LiberationSans-Regular.ttf";

  private Checkup() {}

  /** How a line ends. */
  enum Verdict {
    OK,
    WARN,
    FAIL
  }

  /**
   * One line.
   *
   * @param verdict how it ends
   * @param subject what was looked at
   * @param found what was found
   * @param fix how to mend it; empty when all is well
   */
  record Line(Verdict verdict, String subject, String found, String fix) {
    static Line ok(String subject, String found) {
      return new Line(Verdict.OK, subject, found, "");
    }

    void print(Terminal terminal) {
      String word = Lines.padded(verdict.name().toLowerCase(Locale.ROOT), 5);
      terminal.result(word + " " + Lines.padded(subject, 18) + " " + found);
      if (!fix.isEmpty()) {
        terminal.result(" ".repeat(6) + "fix: " + fix);
      }
    }
  }

  static Line java(int feature, String version) {
    if (feature < OLDEST_JAVA) {
      return new Line(
          Verdict.FAIL,
          "Java",
          version + " is too old",
          "install a JDK 17, and set JAVA_HOME to it");
    }
    return SUPPORTED.contains(feature)
        ? Line.ok("Java", version)
        : new Line(
            Verdict.WARN,
            "Java",
            version + " is newer than what Spark is tested with",
            "use Java 17 or 21 if a run fails");
  }

  /** Spark reaches into the JDK; the start script opens what it needs. */
  static Line modules() {
    boolean open =
        Object.class.getModule().isOpen("sun.nio.ch", Checkup.class.getModule())
            && Object.class.getModule().isOpen("java.nio", Checkup.class.getModule());
    return open
        ? Line.ok("Java modules", "open to Spark")
        : new Line(
            Verdict.FAIL,
            "Java modules",
            "closed to Spark",
            "start the program with scripts/caretally, which opens them");
  }

  static Line memory(long bytes) {
    String found = bytes / MEGABYTE + " MB for the program";
    if (bytes >= ENOUGH_MEMORY) {
      return Line.ok("memory", found);
    }
    String fix = "set CARETALLY_JAVA_OPTIONS=-Xmx1g, or more";
    return new Line(
        bytes < FEWEST_MEMORY ? Verdict.FAIL : Verdict.WARN, "memory", found + " is little", fix);
  }

  static Line cores(int cores) {
    return Line.ok("processors", Integer.toString(cores));
  }

  /**
   * Charts measure their words with a font that comes with the program, through Java's own code.
   */
  static Line fonts() {
    try (InputStream in = ReportWriter.class.getResourceAsStream(FONT)) {
      Font font = Font.createFont(Font.TRUETYPE_FONT, in);
      double width =
          font.deriveFont(12f)
              .getStringBounds("Caretally", new FontRenderContext(null, true, true))
              .getWidth();
      return width > 1
          ? Line.ok("fonts", "words of charts can be measured")
          : noFonts("words have no width");
    } catch (IOException | FontFormatException | LinkageError e) {
      return noFonts("Java cannot read a font");
    }
  }

  private static Line noFonts(String found) {
    return new Line(
        Verdict.FAIL,
        "fonts",
        found,
        "install fontconfig and libfreetype6 (Debian: apt-get install fontconfig libfreetype6)");
  }

  static Line locale(Locale locale, String fileNames) {
    String found = locale.toLanguageTag() + ", file names in " + fileNames + "; changes no number";
    boolean wide = fileNames.toUpperCase(Locale.ROOT).matches("UTF-?8|CP1252|WINDOWS-1252");
    return wide
        ? Line.ok("locale", found)
        : new Line(
            Verdict.WARN,
            "locale",
            found + "; names of files with accents may not be found",
            "set LC_ALL=C.UTF-8");
  }

  /** Spark talks to itself through the loopback address; some containers have none. */
  static Line loopback() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK))) {
      return Line.ok("loopback", socket.isBound() ? "127.0.0.1 can be used" : "");
    } catch (IOException e) {
      return new Line(
          Verdict.FAIL,
          "loopback",
          "no port of 127.0.0.1 can be opened",
          "allow programs of this account to listen on 127.0.0.1");
    }
  }

  static Line browser(String named, String path) {
    Optional<Path> found = Chromium.find(named, path);
    return found
        .map(p -> Line.ok("browser", p.toString()))
        .orElseGet(
            () ->
                new Line(
                    Verdict.WARN,
                    "browser",
                    "no Chromium found; only --pdf and --png need one",
                    "install chromium, or let CHROMIUM name the program"));
  }
}
