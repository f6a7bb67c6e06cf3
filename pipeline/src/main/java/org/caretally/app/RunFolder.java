package org.caretally.app;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.regex.Pattern;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.ProblemException;

/**
 * The folder of a run. Everything is written beside the final place and moved there when it is
 * complete, so that there is never half a report; scratch files are private and go away whatever
 * happens.
 */
final class RunFolder implements AutoCloseable {
  private static final String MARK = "manifest.json";
  private static final Pattern PARTIAL = Pattern.compile("\\.[A-Za-z0-9_-]+\\.partial-[0-9]+");

  private final Path target;
  private final Path partial;
  private final HeldFolder held;
  private final Thread cleaner;

  private RunFolder(Path target, Path partial, HeldFolder held) {
    this.held = held;
    this.target = target;
    this.partial = partial;
    cleaner = new Thread(() -> deleteQuietly(partial), "clean up");
    Runtime.getRuntime().addShutdownHook(cleaner);
  }

  /** Returns the folder of all reports: the given one, or that beside the program. */
  static Path reports(Path out) {
    String home = System.getProperty("caretally.home", "");
    return out != null ? out : Path.of(home).resolve("reports");
  }

  /**
   * Prepares the folder of a run.
   *
   * @param reports folder of all reports
   * @param id name of the study
   * @throws ProblemException if it cannot be written, or if something that is no report stands in
   *     its place
   */
  static RunFolder open(Path reports, String id) {
    return open(reports.toAbsolutePath().normalize().resolve(id), id, MARK);
  }

  /**
   * Prepares a folder at another place.
   *
   * @param target where it will be
   * @param id name of the study
   * @param mark file that shows that a folder in its place is an earlier one
   */
  static RunFolder open(Path target, String id, String mark) {
    Place place = Place.in(target.toString());
    if (Files.exists(target) && !Files.exists(target.resolve(mark)) && !empty(target)) {
      throw new ProblemException(
          Problem.of(
              Code.OUTPUT_NOT_OURS,
              place,
              "holds files that Caretally did not write",
              "choose another folder with --out, or another id in the study file"));
    }
    try {
      Files.createDirectories(target.getParent());
      String name = "." + id + ".partial-" + ProcessHandle.current().pid();
      Path partial = target.resolveSibling(name);
      deleteQuietly(partial);
      RunFolder folder =
          new RunFolder(target, partial, HeldFolder.hold(Files.createDirectory(partial)));
      HeldFolder.sweep(target.getParent(), PARTIAL);
      HeldFolder.ownersOnly(Files.createDirectory(folder.scratch()));
      HeldFolder.ownersOnly(Files.createDirectory(folder.confidential()));
      return folder;
    } catch (IOException e) {
      throw notWritable(place);
    }
  }

  private static boolean empty(Path folder) {
    try (var files = Files.list(folder)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  static ProblemException notWritable(Place place) {
    return new ProblemException(
        Problem.of(
            Code.OUTPUT_NOT_WRITABLE,
            place,
            "cannot be written",
            "make the folder writable or choose another one with --out"));
  }

  /** Returns the folder to write into. */
  Path folder() {
    return partial;
  }

  /** Returns the folder for what Spark spills; it is gone after the run. */
  Path scratch() {
    return partial.resolve("scratch");
  }

  /** Returns the folder for what only the user may see. */
  Path confidential() {
    return partial.resolve("private");
  }

  /** Puts the complete folder in its place, replacing an earlier report, and returns the place. */
  Path finish() throws IOException {
    deleteQuietly(scratch());
    Path old = target.resolveSibling(partial.getFileName() + ".old");
    if (Files.exists(target)) {
      Files.move(target, old);
    }
    Files.move(partial, target);
    held.release(target);
    deleteQuietly(old);
    return target;
  }

  @Override
  public void close() throws IOException {
    held.close();
    deleteQuietly(partial);
    try {
      Runtime.getRuntime().removeShutdownHook(cleaner);
    } catch (IllegalStateException e) {
      // the process is ending and the hook is at work
    }
  }

  static void deleteQuietly(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes a) throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, IOException e) throws IOException {
              Files.deleteIfExists(dir);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      // another process may still hold a file; the next run of this study tries again
    }
  }
}
