package org.caretally.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What of the example's report is kept in the repository: the page, all charts, all results, and
 * the tables that are not large. Without what tells of a clock, of a machine, or only of its owner.
 */
final class Sample {
  private static final int LARGE = 500_000;
  private static final List<String> NOT =
      List.of("manifest.json", "resolved-config.yml", "datapackage.json");

  private Sample() {}

  /** Returns the files of a run that are kept, by path. */
  static Map<String, String> of(Path run) throws IOException {
    Map<String, String> files = new TreeMap<>(read(run));
    files.keySet().removeIf(f -> NOT.contains(f) || f.startsWith("private/"));
    String page = files.get("report.html");
    for (String large : leftOut(run)) {
      files.remove(large);
      page = page.replaceAll("<li><a href=\"" + large + "\">[^\\n]*</li>\\n", "");
    }
    files.put("report.html", page);
    return files;
  }

  /** Returns what the page of a run links to and the sample has not. */
  static List<String> leftOut(Path run) throws IOException {
    return read(run).entrySet().stream()
        .filter(f -> f.getKey().startsWith("tables/") && f.getValue().length() > LARGE)
        .map(Map.Entry::getKey)
        .collect(
            () -> new java.util.ArrayList<>(List.of("datapackage.json")), List::add, List::addAll);
  }

  /** Returns the files of a folder by path, with forward slashes. */
  static Map<String, String> read(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return files;
  }

  /** Replaces the sample but its README.md. */
  static void write(Map<String, String> files, Path folder) throws IOException {
    for (String old : read(folder).keySet()) {
      if (!old.equals("README.md")) {
        Files.delete(folder.resolve(old));
      }
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path target = folder.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue());
    }
  }
}
