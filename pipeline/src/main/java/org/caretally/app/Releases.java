package org.caretally.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caretally.disclosure.Cell;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.ProblemException;

/**
 * What earlier reports of a study published, in a file beside them: printed bases of groups, never
 * more than was printed, and a keyed hash of the data.
 *
 * <p>Two reports of the same people but for one to ten give those few away: every number that
 * differs is theirs. Such a second report is refused unless the user supersedes the first and says
 * why; then the reason is kept.
 */
final class Releases {
  private static final int FEW = 10;
  private static final String RELEASE = "release";
  private static final String HIDDEN = "[c]";

  private final Path file;
  private final List<String> lines;

  private Releases(Path file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  /** Reads what was published of a study; nothing when there is no file. */
  static Releases read(Path reports, String study) throws IOException {
    Path file = reports.resolve(study + ".releases.tsv");
    return new Releases(
        file, Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of());
  }

  /**
   * Checks a new report against every earlier one.
   *
   * @param inputHash keyed hash of the data
   * @param reason why earlier reports are superseded; empty when they are not
   * @return the lines of the file with the new report, to be written when it is finished
   * @throws ProblemException if the two together would give few people away
   */
  List<String> with(ProtectedTable estimates, String inputHash, String reason) {
    Map<String, String> now = cells(estimates);
    String published =
        Hashes.of(
            estimates.rows().stream()
                .map(r -> r.cells().stream().map(Cell::text).toList().toString())
                .toList()
                .toString());
    Map<String, String> then = new TreeMap<>();
    String[] release = {};
    for (String line : lines) {
      String[] parts = line.split("\t", -1);
      if (parts[0].equals(RELEASE)) {
        check(then, now, release, inputHash, published, reason);
        then = new TreeMap<>();
        release = parts;
      } else {
        then.put(line.substring(0, line.lastIndexOf('\t')), parts[parts.length - 1]);
      }
    }
    check(then, now, release, inputHash, published, reason);
    if (release.length > 2 && release[2].equals(published)) {
      return lines;
    }
    List<String> all = new ArrayList<>(lines);
    all.add(String.join("\t", RELEASE, inputHash, published, plain(reason)));
    now.forEach((cell, people) -> all.add(cell + "\t" + people));
    return all;
  }

  /** Puts the file in place whole. */
  void write(List<String> all) throws IOException {
    Path partial = file.resolveSibling(file.getFileName() + ".partial");
    Files.write(partial, all, StandardCharsets.UTF_8);
    Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Map<String, String> cells(ProtectedTable estimates) {
    Map<String, String> cells = new TreeMap<>();
    for (ProtectedTable.Row row : estimates.rows()) {
      String cell =
          String.join(
              "\t",
              plain(row.text("wave")),
              plain(row.text("domain")),
              plain(row.text("level")),
              plain(row.text("measure")));
      cells.put(cell, row.shows("n") ? row.text("n") : HIDDEN);
    }
    return cells;
  }

  private static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  private void check(
      Map<String, String> then,
      Map<String, String> now,
      String[] release,
      String inputHash,
      String published,
      String reason) {
    boolean same = release.length < 3 || release[2].equals(published);
    if (same || !reason.isBlank()) {
      return;
    }
    boolean sameData = release[1].equals(inputHash);
    long near =
        then.entrySet().stream()
            .filter(c -> now.containsKey(c.getKey()))
            .filter(c -> tells(c.getKey(), c.getValue(), now.get(c.getKey()), sameData))
            .count();
    if (near > 0) {
      throw new ProblemException(
          Problem.of(
              Code.RELEASE_TOO_NEAR,
              Place.in(file.getFileName().toString()),
              "together with an earlier report this one would give 1 to 10 people away, in "
                  + near
                  + " groups or measures",
              "publish only one of the two; or write why this one replaces the other:"
                  + " --supersede \"reason\""));
    }
  }

  /**
   * The same data told otherwise give away what one of the two hides. Other data give away the few
   * who came or went; everybody's base also when it is printed alike.
   */
  private static boolean tells(String cell, String then, String now, boolean sameData) {
    if (then.equals(HIDDEN) || now.equals(HIDDEN)) {
      return sameData && !then.equals(now);
    }
    long apart = Math.abs(Long.parseLong(then) - Long.parseLong(now));
    boolean everybody = cell.split("\t", -1)[1].isEmpty();
    return !sameData && apart <= FEW && (apart > 0 || everybody);
  }
}
