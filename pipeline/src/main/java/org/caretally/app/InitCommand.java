package org.caretally.app;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.caretally.instrument.Library;
import org.caretally.intake.Dictionary;
import org.caretally.intake.Export;
import org.caretally.intake.identity.IdentityScan;
import org.caretally.intake.identity.Sample;
import org.caretally.intake.identity.Suspect;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.ProblemException;
import org.caretally.problem.Problems;
import org.caretally.study.Carried;
import org.caretally.study.Study;
import org.caretally.study.StudyReader;
import org.caretally.study.draft.Draft;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Proposes a study file for an export. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description = "Look at an export and write a study file to start from; every guess is marked.",
    footer = {
      "",
      "Examples:",
      "  caretally init export.csv",
      "  caretally init export.csv --out 2026/study.yml",
      "  caretally init --from reports/2025/resolved-config.yml export.csv --wave 2026"
    })
final class InitCommand implements Callable<Integer> {
  /** Rows to look at. */
  private static final int ROWS = 5_000;

  private final Terminal terminal;

  @Parameters(paramLabel = "EXPORT", description = "CSV file from a survey platform")
  private Path file;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "STUDY",
      description = "the study file to write (default: study.yml beside the export)")
  private Path out;

  @Option(
      names = "--dictionary",
      paramLabel = "CSV",
      description = "data dictionary of a REDCap project (default: the one beside the export)")
  private Path dictionary;

  @Option(
      names = "--from",
      paramLabel = "STUDY",
      description = "carry last year's study over: its study file, or the resolved one of a report")
  private Path from;

  @Option(
      names = "--wave",
      defaultValue = "",
      paramLabel = "LABEL",
      description = "with --from: label of the new wave")
  private String wave;

  InitCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Path target = out == null ? file.resolveSibling("study.yml") : out;
    if (Files.exists(target)) {
      throw exists(target);
    }
    Problems problems = new Problems();
    String name = String.valueOf(file.getFileName());
    Optional<Export> read = Export.read(file, name, ROWS, problems);
    problems.throwIfErrors();
    Export export = described(read.orElseThrow());
    if (from != null) {
      return carried(target, export);
    }
    Map<Integer, Suspect> suspects = suspects(export);
    Draft draft =
        Draft.of(
            export,
            Library.builtIn(),
            column -> Optional.ofNullable(suspects.get(column)).map(Suspect::reason));
    write(target, draft.text(dataFrom(target)) + Draft.drop(suspects.values()));
    draft.lines(name).forEach(terminal::result);
    terminal.result("Next: look at the lines marked CHECK, then: caretally check " + target);
    return 0;
  }

  private int carried(Path target, Export export) throws IOException {
    Path folder = target.toAbsolutePath().normalize().getParent();
    String text = Carried.text(from, dataFrom(target), folder, wave);
    write(target, text);
    Study study = StudyReader.read(target);
    List<String> changes = new ArrayList<>(Carried.changes(study, file, export, library()));
    if (study.wave().column().isEmpty() && wave.isBlank()) {
      changes.add("the wave is still \"" + study.wave().label() + "\" (--wave gives another)");
    }
    changes.add("the id is still \"" + study.id() + "\": a run replaces the report of that name");
    Carried.leftOut(from, folder)
        .forEach(n -> changes.add("left out: \"" + n + "\" is not beside the new study file"));
    suspects(export).values().stream()
        .map(Suspect::name)
        .filter(n -> study.privacy().drop().stream().noneMatch(d -> d.name().equals(n)))
        .forEach(n -> changes.add("may say who a person is, unless dropped: \"" + n + "\""));
    String head = changes.stream().map(c -> "# CHECK " + c + "\n").collect(Collectors.joining());
    Files.writeString(target, head + text);
    changes.forEach(terminal::result);
    terminal.result(
        "Next: look at title, fieldwork and the lines marked CHECK, then: caretally check "
            + target);
    return 0;
  }

  private Library library() {
    Path own = from.resolveSibling("instruments");
    return Files.isDirectory(own)
        ? Library.builtIn().withFolder(own, new Problems())
        : Library.builtIn();
  }

  private Export described(Export export) throws IOException {
    boolean redcap = export.header().dialect().id().equals("redcap");
    Optional<Path> found = Optional.ofNullable(dictionary);
    if (found.isEmpty() && redcap) {
      found = Dictionary.beside(file);
    }
    if (found.isEmpty()) {
      return export;
    }
    Optional<Dictionary> words = Dictionary.read(found.get());
    Path from = found.get().getFileName();
    if (words.isEmpty() && dictionary != null) {
      throw new ProblemException(
          Problem.of(
              Code.FILE_NOT_FOUND,
              Place.in(dictionary.toString()),
              "is no data dictionary of REDCap",
              "download the Data Dictionary of the project as CSV"));
    }
    terminal.result(
        words.isPresent()
            ? "questions and answers from " + from
            : from
                + " beside the export is no data dictionary of REDCap that can be read; not used");
    return words.map(export::described).orElse(export);
  }

  /**
   * Returns the columns that may say who a person is, but for numbers that only tell rows apart.
   */
  private static Map<Integer, Suspect> suspects(Export export) {
    Map<Integer, Suspect> suspects = new TreeMap<>();
    new IdentityScan()
        .of(export.header(), new Sample(export.rows()), (column, text) -> false).stream()
            .filter(s -> !s.kind().mayLink())
            .forEach(s -> suspects.put(s.column(), s));
    for (int i = 0; i < export.header().columns().size(); i++) {
      boolean marked =
          export.dictionary().isPresent()
              && export.dictionary().get().identifies(export.header().questions().get(i));
      if (marked && !suspects.containsKey(i)) {
        suspects.put(i, Suspect.marked(i, export.header().columns().get(i)));
      }
    }
    return suspects;
  }

  /** Returns the data file as the study file names it: from its own folder. */
  private String dataFrom(Path target) {
    Path folder = target.toAbsolutePath().normalize().getParent();
    Path data = file.toAbsolutePath().normalize();
    Path relative = folder == null ? data : folder.relativize(data);
    return relative.toString().replace('\\', '/');
  }

  private static void write(Path target, String text) {
    try {
      Path folder = target.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(target, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw exists(target);
    } catch (IOException e) {
      throw RunFolder.notWritable(Place.in(target.toString()));
    }
  }

  private static ProblemException exists(Path target) {
    return new ProblemException(
        Problem.of(
            Code.OUTPUT_EXISTS,
            Place.in(target.toString()),
            "there already is a file, and it is not replaced",
            "name another one with --out, or remove it"));
  }
}
