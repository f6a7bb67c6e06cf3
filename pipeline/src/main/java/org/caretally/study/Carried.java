package org.caretally.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caretally.instrument.Library;
import org.caretally.intake.Export;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.ProblemException;
import org.caretally.problem.Problems;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Last year's study for this year's export: everything is carried over but the file and the wave,
 * and what changed in the export is told: columns that are gone, new or perhaps renamed, answers
 * that the study does not know, numbers outside its ranges. Answers of few rows are never named.
 */
public final class Carried {
  private static final String COMPARATORS = "comparators";

  private Carried() {}

  /**
   * Returns the study file for a new export.
   *
   * @param old last year's study file
   * @param file the new data file, named from the folder of the new study file
   * @param folder folder of the new study file; published results that are not there are left out
   * @param wave label of the new wave; empty when the data hold it, or it is not known
   * @throws ProblemException if the old file cannot be read, or joins several files
   */
  public static String text(Path old, String file, Path folder, String wave) {
    Problems problems = new Problems();
    Remarks remarks = new Remarks(old.toString(), problems, new Closest());
    Optional<Node> root = new YamlText(remarks).read(old);
    problems.throwIfErrors();
    MappingNode study = compared((MappingNode) root.orElseThrow(), folder);
    Optional<Node> waves = Tree.get(study, "waves");
    if (waves.isEmpty()) {
      MappingNode made = named(old, study, file);
      boolean column = Tree.get(made, "wave").map(w -> w instanceof MappingNode).orElse(false);
      return Tree.written(
          wave.isEmpty() || column ? made : Tree.with(made, "wave", Tree.text(wave)));
    }
    if (wave.isEmpty()) {
      throw refused(
          old, "every wave of this study has files of its own", "name the new wave: --wave 2027");
    }
    MappingNode all = (MappingNode) waves.get();
    Node last = all.getValue().get(all.getValue().size() - 1).getValueNode();
    MappingNode next = Tree.with(all, wave, named(old, (MappingNode) last, file));
    return Tree.written(Tree.with(study, "waves", next));
  }

  /** Returns the study with those of its published results that lie beside the new study file. */
  private static MappingNode compared(MappingNode study, Path folder) {
    List<Node> all = Tree.get(study, COMPARATORS).map(Nodes::elements).orElse(List.of());
    List<Node> there = all.stream().filter(n -> there(n, folder)).toList();
    if (there.size() == all.size()) {
      return study;
    }
    return there.isEmpty()
        ? Tree.without(study, COMPARATORS)
        : Tree.with(study, COMPARATORS, Tree.list(there));
  }

  private static boolean there(Node name, Path folder) {
    return Files.isRegularFile(folder.resolve(Nodes.text(name).orElse("")));
  }

  /** Returns the files of published results that are not beside the new study file. */
  public static List<String> leftOut(Path old, Path folder) {
    Remarks remarks = new Remarks(old.toString(), new Problems(), new Closest());
    return new YamlText(remarks)
            .read(old)
            .flatMap(root -> Tree.get(root, COMPARATORS))
            .map(Nodes::elements)
            .orElse(List.of())
            .stream()
            .filter(n -> !there(n, folder))
            .map(n -> Nodes.text(n).orElse(""))
            .toList();
  }

  private static MappingNode named(Path old, MappingNode node, String file) {
    String key = Tree.get(node, "file").isPresent() ? "file" : "files";
    List<Node> files = Tree.get(node, key).map(Nodes::elements).orElse(List.of());
    if (files.size() > 1) {
      throw refused(
          old,
          "this study joins several files, and only one export is given",
          "copy the study file, and change the names under files");
    }
    Node name = Tree.text(file);
    boolean described = files.size() == 1 && files.get(0) instanceof MappingNode;
    Node one = described ? Tree.with((MappingNode) files.get(0), "path", name) : name;
    return Tree.with(node, key, key.equals("file") ? one : Tree.list(List.of(one)));
  }

  private static ProblemException refused(Path old, String what, String fix) {
    return new ProblemException(
        Problem.of(Code.VALUE_NOT_ALLOWED, Place.in(old.toString()), what, fix));
  }

  /**
   * Returns what changed in an export, in lines; names of columns and frequent answers only.
   *
   * @param study the study that was carried over
   * @param data the new data file
   */
  public static List<String> changes(Study study, Path data, Export export, Library library) {
    Path file = data.toAbsolutePath().normalize();
    List<Study> all = new ArrayList<>(study.years().earlier());
    all.add(study);
    Study own =
        all.stream().filter(s -> s.files().get(0).path().equals(file)).findFirst().orElse(study);
    return new ExportChanges(own, export, library).lines();
  }
}
