package org.caretally.report;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real Chromium without a window, and other programs that tests call. */
public final class Browser {
  private Browser() {}

  /** Returns the path of a program, or null when it is not installed. */
  public static Path program(String name) {
    for (String directory : System.getenv("PATH").split(File.pathSeparator, -1)) {
      Path path = Path.of(directory, name);
      if (Files.isExecutable(path)) {
        return path;
      }
    }
    return null;
  }

  /** Opens Chromium with arguments and returns what it prints; skips the test without it. */
  public static String open(Path folder, String... arguments) throws Exception {
    Path chromium = program("chromium");
    assumeTrue(chromium != null, "skipped: chromium is not installed");
    List<String> command = new ArrayList<>(List.of(chromium.toString()));
    command.addAll(
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--disable-features=NetworkTimeServiceQuerying",
            "--user-data-dir=" + Files.createTempDirectory(folder, "profile")));
    command.addAll(List.of(arguments));
    return run(folder, command);
  }

  /** Runs a program and returns what it prints. */
  public static String run(Path folder, List<String> command) throws Exception {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertTrue(process.waitFor(120, TimeUnit.SECONDS), "no answer: " + command.get(0));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return Files.readString(out, StandardCharsets.UTF_8);
  }
}
