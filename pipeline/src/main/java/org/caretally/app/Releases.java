package org.caretally.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.caretally.disclosure.Kept;
import org.caretally.disclosure.TwoReports;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.ProblemException;
import org.caretally.report.export.PublishedCsv;

/**
 * The ledger of what was published: a folder {@code releases} beside the reports, with one folder
 * for each release. It holds the published tables of numbers about people, nothing that was not
 * public, and a line saying when, from which data (a keyed hash) and why an earlier one was
 * replaced.
 */
final class Releases {
  private static final String FOLDER = "releases";
  private static final String FACTS = "release.csv";
  private static final List<String> COLUMNS = List.of("study", "data", "released", "supersedes");
  private static final int NAMED = 5;

  private final Path folder;

  private Releases(Path folder) {
    this.folder = folder;
  }

  /** Returns the ledger beside the reports of a folder. */
  static Releases beside(Path reports) {
    return new Releases(reports.resolve(FOLDER));
  }

  /**
   * One release.
   *
   * @param place its folder
   * @param study id of the study
   * @param data keyed hash of the data
   * @param released when
   * @param supersedes why all earlier releases of the study are replaced; empty when they are not
   */
  record Release(Path place, String study, String data, String released, String supersedes) {}

  /** Returns the folder whose key hashes data. */
  Path folder() {
    return folder;
  }

  /** Returns what was noted of a report. */
  static Release noted(Path place, Path file) throws IOException {
    Map<String, String> facts = PublishedCsv.read(file).get(0);
    return new Release(
        place,
        facts.get("study"),
        facts.get("data"),
        facts.get("released"),
        facts.get("supersedes"));
  }

  /** Returns all releases, the first one first. */
  List<Release> all() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Release> all = new ArrayList<>();
    try (Stream<Path> places = Files.list(folder)) {
      for (Path place : places.filter(Files::isDirectory).sorted().toList()) {
        all.add(noted(place, place.resolve(FACTS)));
      }
    }
    return all;
  }

  /**
   * Checks a report against every release that still stands and is about the same study or data.
   *
   * @param tables folder of the report's tables
   * @throws ProblemException if the two together would give few people away
   */
  void check(String study, String data, Path tables) throws IOException {
    List<Release> standing = new ArrayList<>();
    for (Release release : all()) {
      if (release.study().equals(study) && !release.supersedes().isEmpty()) {
        standing.removeIf(r -> r.study().equals(study));
      }
      standing.add(release);
    }
    Map<String, List<Map<String, String>>> now = printed(tables);
    for (Release release : standing) {
      boolean sameData = release.data().equals(data);
      if (release.study().equals(study) || sameData) {
        Set<String> telling = TwoReports.telling(printed(release.place()), now, sameData);
        if (!telling.isEmpty()) {
          throw tooNear(release, telling);
        }
      }
    }
  }

  /** Returns whether a release is this very report. */
  boolean holds(Release release, String study, Path tables) throws IOException {
    return release.study().equals(study) && printed(release.place()).equals(printed(tables));
  }

  private static ProblemException tooNear(Release release, Set<String> telling) {
    String named = String.join("; ", telling.stream().limit(NAMED).toList());
    return new ProblemException(
        Problem.of(
            Code.RELEASE_TOO_NEAR,
            Place.in(release.place().getFileName().toString()),
            "together with the report released on "
                + release.released()
                + ", this one would tell about few people in "
                + telling.size()
                + (telling.size() == 1 ? " place (" : " places (")
                + named
                + (telling.size() > NAMED ? " …)" : ")"),
            "publish one of the two only: take the earlier one back and write"
                + " --supersede \"why\", or leave the study and the data as they were"));
  }

  /**
   * Adds a release.
   *
   * @param tables folder of the report's tables
   */
  void add(Release release, Path tables) throws IOException {
    Files.createDirectories(release.place());
    for (String table : Kept.tables()) {
      Path file = tables.resolve(table + ".csv");
      if (Files.isRegularFile(file)) {
        Files.copy(file, release.place().resolve(file.getFileName()));
      }
    }
    note(release, release.place().resolve(FACTS));
  }

  /** Writes what is known of a report that may be released later. */
  static void note(Release release, Path file) throws IOException {
    PublishedCsv.write(
        file,
        COLUMNS,
        List.of(release.study(), release.data(), release.released(), release.supersedes()));
  }

  private static Map<String, List<Map<String, String>>> printed(Path tables) throws IOException {
    Map<String, List<Map<String, String>>> all = new HashMap<>();
    for (String table : Kept.tables()) {
      Path file = tables.resolve(table + ".csv");
      if (Files.isRegularFile(file)) {
        all.put(table, PublishedCsv.read(file));
      }
    }
    return all;
  }
}
