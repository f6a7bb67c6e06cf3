package org.caretally.instrument;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.Problems;

/**
 * The instruments a study can name: those of the product and those of a user's folder. Immutable; a
 * built-in definition is read when it is asked for.
 */
public final class Library {
  private static final String FOLDER = "instruments";
  private static final String ENDING = ".yaml";
  private static final String TEMPLATE = "/templates/my_scale.yaml";

  private final List<String> builtIn;
  private final Map<String, Instrument> own;

  private Library(List<String> builtIn, Map<String, Instrument> own) {
    this.builtIn = builtIn;
    this.own = own;
  }

  /** Returns the instruments of the product: every definition on the class path, by its id. */
  public static Library builtIn() {
    List<String> ids = new ArrayList<>();
    for (String name : ClassPathFolder.names(FOLDER)) {
      if (name.endsWith(ENDING)) {
        ids.add(name.substring(0, name.length() - ENDING.length()));
      }
    }
    Collections.sort(ids);
    return new Library(List.copyOf(ids), Map.of());
  }

  /**
   * Adds the definitions of a folder. Each is checked by the same rules as a built-in one and its
   * worked examples are run; one that fails is left out and named. A definition replaces one of the
   * same id only if it says {@code override: true}.
   *
   * @param folder holds {@code *.yaml}
   * @param problems receives every problem, with lines
   */
  public Library withFolder(Path folder, Problems problems) {
    Map<String, Instrument> more = new TreeMap<>(own);
    for (Path file : files(folder, problems)) {
      String name = folder.getFileName() + "/" + file.getFileName();
      text(file, name, problems)
          .flatMap(text -> Definition.read(text, name, problems))
          .ifPresent(loaded -> add(loaded, name, more, problems));
    }
    return new Library(builtIn, Collections.unmodifiableMap(more));
  }

  private void add(
      Definition.Loaded loaded, String name, Map<String, Instrument> more, Problems problems) {
    String id = loaded.instrument().id();
    if (ids().contains(id) && !loaded.override()) {
      problems.add(
          Problem.of(
              Code.BAD_INSTRUMENT,
              Place.in(name),
              "there already is an instrument " + id,
              "choose another id, or write override: true to replace it"));
      return;
    }
    more.put(id, loaded.instrument());
  }

  private static List<Path> files(Path folder, Problems problems) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> String.valueOf(f.getFileName()).endsWith(ENDING)).sorted().toList();
    } catch (IOException e) {
      problems.add(
          Problem.of(
              Code.FILE_NOT_FOUND,
              Place.in(String.valueOf(folder.getFileName())),
              "the folder of instruments cannot be read",
              ""));
      return List.of();
    }
  }

  private static Optional<String> text(Path file, String name, Problems problems) {
    try {
      return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      problems.add(
          Problem.of(
              Code.BAD_INSTRUMENT, Place.in(name), "the file cannot be read as UTF-8 text", ""));
      return Optional.empty();
    }
  }

  /** Returns the text of a small definition to start an own one from; it is valid as it is. */
  public static String template() {
    return Resources.text(TEMPLATE);
  }

  /** Returns all ids, sorted. */
  public List<String> ids() {
    TreeSet<String> all = new TreeSet<>(builtIn);
    all.addAll(own.keySet());
    return List.copyOf(all);
  }

  /** Returns an instrument. */
  public Optional<Instrument> find(String id) {
    Instrument mine = own.get(id);
    if (mine != null) {
      return Optional.of(mine);
    }
    return builtIn.contains(id) ? Optional.of(load(id)) : Optional.empty();
  }

  private static Instrument load(String id) {
    String name = FOLDER + "/" + id + ENDING;
    Problems problems = new Problems();
    Optional<Definition.Loaded> loaded =
        Definition.read(Resources.text("/" + name), name, problems);
    problems.throwIfErrors();
    return loaded.orElseThrow().instrument();
  }
}
