package org.caretally.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that needs more memory than it has ends, with words for it, and leaves nothing. */
class MemoryTest {
  private static final int AGENCIES = 90_000;

  @Test
  void tooLittleMemoryEndsTheRun(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("study.yml"), study());
    Files.writeString(folder.resolve("survey.csv"), survey());
    Path err = folder.resolve("err.txt");
    Process process =
        new ProcessBuilder(command(folder))
            .redirectError(err.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    process.destroyForcibly();
    String words = Files.readString(err, StandardCharsets.UTF_8);
    assertTrue(ended, words);
    assertEquals(5, process.exitValue(), words);
    assertTrue(words.contains("E507 "), words);
    assertTrue(words.contains("CARETALLY_MEMORY=2g"), words);
    assertFalse(words.contains("\tat "), words);
    assertEquals(List.of(), files(folder.resolve("reports")));
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static List<String> command(Path folder) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true"));
    for (String name :
        List.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.reflect",
            "java.io",
            "java.net",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "sun.nio.ch",
            "sun.nio.cs",
            "sun.security.action",
            "sun.util.calendar")) {
      command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED");
    }
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), "org.caretally.app.Main", "run"));
    command.addAll(List.of(folder.toString(), "--out", folder.resolve("reports").toString()));
    return command;
  }

  private static String study() {
    StringBuilder s =
        new StringBuilder(
            """
            version: 1
            id: wide
            title: Many agencies
            population: Invented people
            wave: "2026"
            files: [survey.csv]
            columns:
            """);
    for (int i = 1; i <= 8; i++) {
      s.append("  g%d: {label: Group %d, levels: [a, b, c, d, e, f]}%n".formatted(i, i));
    }
    s.append("instruments: {phq8: \"phq_{1..8}\", gad7: \"gad_{1..7}\"}\ndomains:\n");
    for (int i = 1; i <= 8; i++) {
      s.append("  g%d: {of: g%d, label: Group %d}%n".formatted(i, i, i));
    }
    return s.append("design: {psu: agency}\n").toString();
  }

  private static String survey() {
    StringBuilder s = new StringBuilder("agency,g1,g2,g3,g4,g5,g6,g7,g8");
    for (int i = 1; i <= 8; i++) {
      s.append(",phq_").append(i);
    }
    for (int i = 1; i <= 7; i++) {
      s.append(",gad_").append(i);
    }
    s.append('\n');
    for (int person = 0; person < AGENCIES; person++) {
      s.append('a').append(person % AGENCIES);
      for (int i = 1; i <= 8; i++) {
        s.append(',').append((char) ('a' + person / i % 6));
      }
      for (int i = 0; i < 15; i++) {
        s.append(',').append((person + person / 7 * i) % 4);
      }
      s.append('\n');
    }
    return s.toString();
  }
}
