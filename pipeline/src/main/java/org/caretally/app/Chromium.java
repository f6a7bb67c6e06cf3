package org.caretally.app;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.ProblemException;

/**
 * A Chromium or Chrome without a window, for what only a browser can make. It gets a profile that
 * is deleted, and no network.
 *
 * @param program the program
 * @param scratch private folder for its profiles
 */
record Chromium(Path program, Path scratch) {
  private static final List<String> NAMES =
      List.of(
          "chromium",
          "chromium-browser",
          "google-chrome",
          "google-chrome-stable",
          "chrome",
          "microsoft-edge");
  private static final Path MAC =
      Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
  private static final long PATIENCE = 300;
  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--no-default-browser-check",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-extensions",
          "--disable-sync",
          "--hide-scrollbars",
          "--host-resolver-rules=MAP * ~NOTFOUND");

  /**
   * Returns where the program is.
   *
   * @param named what the variable {@code CHROMIUM} says; may be null
   * @param path the variable {@code PATH}; may be null
   */
  static Optional<Path> find(String named, String path) {
    if (named != null && !named.isBlank()) {
      return Optional.of(Path.of(named)).filter(Files::isExecutable);
    }
    Stream<Path> onPath =
        Arrays.stream((path == null ? "" : path).split(File.pathSeparator, -1))
            .filter(folder -> !folder.isEmpty())
            .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
    return Stream.concat(onPath, Stream.of(MAC)).filter(Files::isExecutable).findFirst();
  }

  /**
   * Returns where the program is.
   *
   * @param named what the variable {@code CHROMIUM} says; may be null
   * @param path the variable {@code PATH}; may be null
   * @throws ProblemException if there is none
   */
  static Path required(String named, String path) {
    return find(named, path)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(
                        Code.BROWSER_MISSING,
                        Place.in(named == null || named.isBlank() ? "PATH" : "CHROMIUM"),
                        "no Chromium or Chrome was found, which --pdf and --png need",
                        "install chromium (Debian: apt-get install chromium), let CHROMIUM name the"
                            + " program, or leave --pdf and --png out")));
  }

  /** Prints a page as PDF. */
  void pdf(Path page, Path pdf) throws IOException {
    run(pdf, List.of("--no-pdf-header-footer", "--print-to-pdf=" + pdf, address(page)));
  }

  /** Takes a picture of a page from its top, in its light colours. */
  void picture(Path page, int width, int height, int scale, Path png) throws IOException {
    run(
        png,
        List.of(
            "--window-size=" + width + "," + height,
            "--force-device-scale-factor=" + scale,
            "--virtual-time-budget=5000",
            "--screenshot=" + png,
            address(page)));
  }

  private static String address(Path page) {
    return page.toAbsolutePath().toUri().toString();
  }

  private void run(Path made, List<String> arguments) throws IOException {
    Path profile = Files.createTempDirectory(scratch, "browser");
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(FLAGS);
    if ("root".equals(System.getProperty("user.name"))) {
      command.add("--no-sandbox"); // it refuses to run as root with its sandbox
    }
    command.add("--user-data-dir=" + profile);
    command.addAll(arguments);
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD);
      builder.environment().put("HOME", profile.toString());
      finish(builder.start());
    } finally {
      RunFolder.deleteQuietly(profile);
    }
    if (!Files.isRegularFile(made) || Files.size(made) == 0) {
      throw new ProblemException(
          Problem.of(
              Code.BROWSER_FAILED,
              Place.in(program.toString()),
              "made no " + made.getFileName(),
              "try "
                  + program
                  + " --headless --print-to-pdf about:blank, or leave --pdf and --png out"));
    }
  }

  private static void finish(Process process) {
    try {
      process.waitFor(PATIENCE, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
