package org.caretally.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.ProblemException;
import org.caretally.problem.Problems;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads study files. The format is described in {@code docs/study-file.md}. */
public final class StudyReader {
  private static final String USUAL_NAME = "study.yml";

  private StudyReader() {}

  /**
   * Reads a study file and checks everything that can be checked without the data.
   *
   * @param path the file, or the folder that holds {@code study.yml}; messages name it as given
   *     here
   * @return the study; its paths are absolute
   * @throws ProblemException with every problem found, each with its line and a fix
   */
  public static Study read(Path path) {
    Path file = Files.isDirectory(path) ? path.resolve(USUAL_NAME) : path;
    if (!Files.isRegularFile(file)) {
      throw new ProblemException(notFound(file));
    }
    Problems problems = new Problems();
    Remarks remarks = new Remarks(file.toString(), problems, new Closest());
    Optional<Study> study =
        new YamlText(remarks)
            .read(file)
            .flatMap(root -> read(remarks, file.toAbsolutePath(), root));
    problems.throwIfErrors();
    return study.orElseThrow(() -> new IllegalStateException("no study and no problem"));
  }

  private static Problem notFound(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    List<String> names = yamlFiles(folder);
    String wanted = file.getFileName() == null ? USUAL_NAME : file.getFileName().toString();
    Closest.Found close = new Closest().to(wanted, names);
    List<String> offered = close.best().isEmpty() ? names : close.best();
    return new Problem(
        Code.STUDY_NOT_FOUND,
        Place.in(file.toString()),
        "there is no study file here",
        "a YAML file, or a folder with " + USUAL_NAME,
        close.phrase(),
        offered.isEmpty()
            ? "give the path of the study file"
            : file.resolveSibling(offered.get(0)).toString());
  }

  private static List<String> yamlFiles(Path folder) {
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(p -> p.getFileName().toString())
          .filter(n -> n.endsWith(".yml") || n.endsWith(".yaml"))
          .sorted()
          .limit(1_000)
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** A study whose waves have files of their own is read once for each of them. */
  private static Optional<Study> read(Remarks remarks, Path file, Node root) {
    List<Node> waves = new YearsReader(remarks).waves(root);
    if (waves.isEmpty()) {
      // a fault in the list of waves leaves nothing to read the rest by
      return remarks.problems().hasErrors() ? Optional.empty() : one(remarks, file, root);
    }
    List<Study> read = waves.stream().flatMap(w -> one(remarks, file, w).stream()).toList();
    return read.size() < waves.size()
        ? Optional.empty()
        : Optional.of(read.get(read.size() - 1).after(read.subList(0, read.size() - 1)));
  }

  private static Optional<Study> one(Remarks remarks, Path file, Node root) {
    Fields fields =
        Fields.read(remarks, root, Section.STUDY, "the study file", remarks.at(root), "version: 1");
    fields.require("version");
    Optional<String> version = fields.text("version");
    if (version.isPresent() && !version.get().equals("1")) {
      // What other versions mean is not known here, so nothing else is said about the file.
      throw new ProblemException(
          new Problem(
              Code.VALUE_NOT_ALLOWED,
              fields.at("version"),
              Paste.quoted(version.get())
                  + " is not a version of the study file that is known here",
              "1",
              "",
              "version: 1"));
    }
    if (fields.broken()) {
      return Optional.empty();
    }
    return Optional.of(parts(remarks, file, fields));
  }

  private static Study parts(Remarks remarks, Path file, Fields fields) {
    FrameReader frame = new FrameReader(remarks, fields);
    List<String> missing = fields.texts("missing");
    Map<String, Study.Column> columns =
        fields
            .node("columns")
            .map(new ColumnsReader(remarks, missing, file.getParent())::read)
            .orElse(Map.of());
    List<Study.InstrumentUse> instruments = instruments(remarks, fields, columns.isEmpty());
    Map<String, Entry> domains = domains(remarks, fields);
    Names names = new Names(remarks, columns, ids(instruments), domains.keySet());
    ConditionsReader conditions = new ConditionsReader(remarks, names);
    Path folder = file.getParent();
    List<Study.DataFile> files = frame.files(folder);
    return new Study(
        file,
        id(file, fields),
        frame.about(),
        frame.wave(),
        files,
        frame.key(files.size()),
        missing,
        columns,
        sex(remarks, fields, names),
        instruments,
        new DomainsReader(remarks, names, conditions).read(domains),
        new CleanReader(remarks, names, conditions).read(fields),
        frame.design(new WeightingReader(remarks, names, file.getParent()).read(fields)),
        conditions.analysis(fields.node("analysis")),
        new CorrelationsReader(remarks, names).read(fields),
        new ModelsReader(remarks, names).read(fields),
        new ComparisonsReader(remarks, names).read(fields),
        new DescriptivesReader(remarks, names).read(fields),
        new ImputationReader(remarks, names).read(fields),
        frame.interval(),
        frame.disclosure(),
        new Study.Privacy(fields.allNamed("drop"), fields.allNamed("not_identifying")),
        new YearsReader(remarks).read(fields, names, file.getParent()));
  }

  private static Set<String> ids(List<Study.InstrumentUse> instruments) {
    Set<String> ids = new LinkedHashSet<>();
    instruments.forEach(i -> ids.add(i.id()));
    return ids;
  }

  /** Without variables there is nothing to report but instruments. */
  private static List<Study.InstrumentUse> instruments(
      Remarks remarks, Fields fields, boolean needed) {
    if (needed) {
      fields.require("instruments");
    }
    String values = fields.choice("values", "auto", InstrumentsReader.VALUES);
    return fields
        .node("instruments")
        .map(new InstrumentsReader(remarks, values)::read)
        .orElse(List.of());
  }

  private static Map<String, Entry> domains(Remarks remarks, Fields fields) {
    return fields
        .node("domains")
        .flatMap(n -> Entry.all(remarks, n, "\"domains\"", Section.STUDY.example("domains")))
        .orElse(Map.of());
  }

  private static String id(Path file, Fields fields) {
    Path folder = file.normalize().getParent();
    String name = file.getFileName().toString();
    boolean usual = name.equals(USUAL_NAME) && folder != null && folder.getFileName() != null;
    String base = usual ? folder.getFileName().toString() : name.replaceFirst("\\.[^.]*$", "");
    String derived = base.replaceAll("[^A-Za-z0-9_-]+", "-");
    Optional<String> id = fields.text("id");
    if (id.isPresent() && !id.get().matches("[A-Za-z0-9_-]{1,100}")) {
      fields.notAllowed("id", id.get(), "at most 100 letters without accents, digits, - and _");
    }
    return id.orElse(derived.length() > 100 ? derived.substring(0, 100) : derived);
  }

  private static Optional<Study.Named> sex(Remarks remarks, Fields fields, Names names) {
    Optional<Study.Named> sex = fields.named("sex");
    if (sex.isPresent()
        && names.variable(sex.get().name(), sex.get().place(), "\"sex\"")
        && !names.levelIds(sex.get().name()).containsAll(List.of("female", "male"))) {
      remarks.add(
          Code.VALUE_NOT_ALLOWED,
          sex.get().place(),
          Paste.quoted(sex.get().name())
              + " cannot be \"sex\": it lacks the levels female and male",
          "a variable whose levels include female and male",
          Paste.scalar(sex.get().name()) + ": {levels: {1: male, 2: female}}");
    }
    return sex;
  }
}
