package org.caretally.instrument;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.caretally.problem.Code;
import org.caretally.problem.Problem;
import org.caretally.problem.Problems;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads and checks one definition file. A definition that fails any check is not used. */
final class Definition {
  static final String SCHEMA = "caretally-instrument/1";
  private static final int LARGEST_FILE = 500_000;
  private static final int FEWEST_EXAMPLES = 3;
  private static final Set<String> KEYS =
      Set.of(
          "schema",
          "id",
          "version",
          "title",
          "name",
          "status",
          "constructs",
          "citation",
          "licence",
          "recall",
          "items",
          "item_meaning",
          "item_order",
          "coding",
          "codes_need_variant",
          "response_sets",
          "responses",
          "unscored_items",
          "safety_items",
          "skip",
          "skip_note",
          "scales",
          "variants",
          "overlaps",
          "components",
          "alpha_typical",
          "note",
          "tests",
          "variant_tests",
          "override");

  private final Part.Fields top;
  private final List<Item> items;
  private final List<String> names;

  private Definition(Part part) {
    top = part.fields(KEYS);
    items = ResponseReader.items(top);
    names = items.stream().map(Item::name).toList();
  }

  /** An instrument that passed, and whether its file says that it may replace another. */
  record Loaded(Instrument instrument, boolean override) {}

  /**
   * Reads a definition.
   *
   * @param text the file
   * @param file its name, for messages; without folder it must be the id and {@code .yaml}
   * @param problems receives every problem, with lines
   * @return the instrument; empty when there was a problem
   */
  static Optional<Loaded> read(String text, String file, Problems problems) {
    Problems own = new Problems();
    Optional<Loaded> loaded = Optional.empty();
    try {
      loaded = Optional.of(loaded(root(text, file, own), file, own));
    } catch (YamlEngineException | StackOverflowError e) {
      String what = "this is not YAML" + YamlPlace.reason(e);
      own.add(Problem.of(Code.BAD_INSTRUMENT, YamlPlace.of(file, e), what, ""));
    }
    own.all().forEach(problems::add);
    return own.hasErrors() ? Optional.empty() : loaded;
  }

  /** Returns the top of a YAML text; an empty text is an empty mapping. */
  static Part root(String text, String file, Problems problems) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setCodePointLimit(LARGEST_FILE)
            .setAllowNonScalarKeys(true)
            .build();
    Compose compose = new Compose(settings);
    Node node = compose.composeString(text).or(() -> compose.composeString("{}")).orElseThrow();
    return new Part(node, file, "", problems);
  }

  private static Loaded loaded(Part part, String file, Problems own) {
    Definition definition = new Definition(part);
    Instrument instrument = definition.instrument(file);
    if (!own.hasErrors()) {
      Examples.check(instrument, file, own);
    }
    return new Loaded(instrument, definition.top.yes("override", false));
  }

  private Instrument instrument(String file) {
    head(file);
    AboutReader about = new AboutReader(top, names);
    List<Scale> scales = scales();
    Map<String, Scale> byId = new LinkedHashMap<>();
    scales.forEach(s -> byId.put(s.id(), s));
    TreeSet<String> cutoffs = new TreeSet<>();
    scales.forEach(s -> s.cutoffs().forEach(c -> cutoffs.add(s.id() + ":" + c.id())));
    VariantReader variants = new VariantReader(items, cutoffs);
    ExampleReader examples = new ExampleReader(items.size(), byId);
    List<Example> tests = new ArrayList<>();
    top.list("tests").forEach(p -> tests.add(examples.read(p)));
    if (tests.size() < FEWEST_EXAMPLES) {
      top.owner()
          .wrong(
              "there are " + tests.size() + " worked examples under tests", "add at least three");
    }
    top.list("variant_tests").forEach(p -> tests.add(examples.readVariant(p)));
    return new Instrument(
        top.text("id"),
        top.text("version"),
        top.text("title"),
        top.text("name"),
        top.list("constructs").stream().map(Part::text).toList(),
        top.text("citation"),
        about.licence(),
        top.text("recall"),
        List.copyOf(items),
        scales,
        new SkipReader(items).read(top),
        top.list("variants").stream().map(variants::read).toList(),
        about.overlaps(byId.keySet()),
        about.safety(),
        top.list("unscored_items").stream().map(Part::text).toList(),
        top.get("status").map(p -> p.word(List.of("unverified_key"))).isPresent(),
        top.yes("codes_need_variant", false),
        about.alpha(),
        about.notes(),
        List.copyOf(tests));
  }

  private void head(String file) {
    String id = top.needText("id");
    if (!id.matches("[a-z][a-z0-9_]*")) {
      top.owner().wrong("id has small letters, digits and _ only", "");
    } else if (!file.endsWith(id + ".yaml")
        || !file.replace('\\', '/').matches("(.*/)?" + id + "\\.yaml")) {
      top.owner().wrong("the file must be named " + id + ".yaml, after the id", "");
    }
    top.need("schema").ifPresent(p -> p.word(List.of(SCHEMA)));
    for (String key : List.of("version", "title", "name", "citation", "recall")) {
      top.needText(key);
    }
    if (top.need("constructs").map(Part::list).orElse(List.of()).isEmpty()) {
      top.owner().wrong("at least one construct is needed", "");
    }
  }

  private List<Scale> scales() {
    ScaleReader reader = new ScaleReader(items);
    List<Scale> scales = new ArrayList<>();
    top.need("scales").map(Part::list).orElse(List.of()).forEach(p -> scales.add(reader.read(p)));
    if (scales.isEmpty()) {
      top.owner().wrong("at least one scale is needed", "");
    }
    if (scales.stream().map(Scale::id).distinct().count() < scales.size()) {
      top.owner().wrong("two scales have the same id", "");
    }
    partition();
    return List.copyOf(scales);
  }

  /** Scales marked {@code partition: true} must together hold every item exactly once. */
  private void partition() {
    List<String> held = new ArrayList<>();
    for (Part p : top.list("scales")) {
      Map<String, Part> f = p.entries();
      boolean marked = f.containsKey("partition") && f.get("partition").yes();
      if (marked && f.containsKey("items")) {
        held.addAll(Names.read(f.get("items")));
      }
    }
    List<String> missing = names.stream().filter(n -> !held.contains(n)).toList();
    if (!held.isEmpty() && (!missing.isEmpty() || held.size() != names.size())) {
      top.owner()
          .wrong(
              "the scales marked partition must hold every item exactly once",
              missing.isEmpty()
                  ? "an item is held twice"
                  : "missing: " + String.join(", ", missing));
    }
  }
}
